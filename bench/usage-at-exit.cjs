// Loaded before a measured script: tells what its process has used, when it ends, on file descriptor 3.
const { readFileSync, writeSync } = require('node:fs')

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: (ownPeak() ?? maxRSS) / 1024 }))
})

// On Linux maxRSS begins with what the parent had when it forked; the peak of this program alone is VmHWM.
function ownPeak() {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return kibibytes === undefined ? undefined : Number(kibibytes)
  } catch {
    return undefined
  }
}
