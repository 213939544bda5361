// Loaded before the bundle: writes down, when the process ends, the scripts that it has loaded and the modules of Node.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const scripts = Object.keys(require.cache).filter((file) => file !== __filename)
  const builtins = process.moduleLoadList
    .filter((line) => line.startsWith('NativeModule '))
    .map((line) => line.slice('NativeModule '.length))
  writeFileSync(process.env.LOADED_FILE, JSON.stringify({ scripts, builtins }))
})
