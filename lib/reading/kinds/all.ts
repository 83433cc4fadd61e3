// Whatever can be named by a scenario is read. For where all kinds of process are at hand: builds, tests, the terminal.
import './durable'
import './locks'
import './mysql'
