// What comes to a page with a kind of process, in every language. For where all kinds are at hand: builds and tests.
import './durable-en'
import './durable-zh-cn'
import './locks-en'
import './locks-zh-cn'
import './mysql-en'
import './mysql-zh-cn'
