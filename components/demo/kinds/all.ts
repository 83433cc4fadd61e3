// What comes to a page with a kind of process, in every language. For where all kinds are at hand: builds and tests.
import './mysql-en'
import './mysql-zh-cn'
