// What the frame around a page can do that can be missed: in one file, because each costs a
// request.

import "./panels.js";
import "./press.js";
import "./voice.js";
