/**
 * Whether the tests run on Windows. There a signal from another process ends a process without a word, so that no step can be
 * cancelled politely; symbolic links need a right that users lack; and there are no modes of files, no `/dev`, `mkfifo` or `bash`.
 */
export const onWindows = process.platform === 'win32'
