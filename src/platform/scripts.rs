//! What the programs ask of what is beside them on the page, as calls. `begin.js` is part of the
//! script of the visit and does what it asks; `ask.js` is part of that of a request, and has
//! what the visit gives to whoever it brings.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Shows that it does not work, with the numbers (`start.js`).
    pub fn fail();

    /// Takes this along as soon as what does so is there (`take.js`), which it brings; with no
    /// name it only brings that.
    pub fn take(name: &str);

    /// Lets the program of a request show itself where its place is, and brings it first.
    #[wasm_bindgen(js_name = ask)]
    pub fn show_request();

    /// Lets that program forget everything, if it is there.
    #[wasm_bindgen(js_name = forgotten)]
    pub fn forget_request();

    /// Tells that program that danger was told just now, if it is there.
    #[wasm_bindgen(js_name = endangered)]
    pub fn tell_danger();
}

/// What the visit does for the program of a request.
pub mod visit {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// Goes to a screen of the request: the history of the browser is the work of the visit.
        #[wasm_bindgen(js_namespace = visit)]
        pub fn contact(stage: &str);

        /// Whether danger was told.
        #[wasm_bindgen(js_namespace = visit)]
        pub fn danger() -> bool;

        /// Under which name a request is kept: by that of the visit, whatever the address is.
        #[wasm_bindgen(js_namespace = visit)]
        pub fn kept() -> String;
    }
}
