//! Sealing what somebody wrote, so that a copy of the store tells nothing.
//!
//! XChaCha20-Poly1305: its nonce is long enough to be drawn at random for each request.
//! The reference is sealed along, so that no content can be moved to another request.
//! Sealed content is the nonce and after it the ciphertext; beside it stands which key it
//! needs. Absent: where keys come from ([`crate::keys`]).

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

const NONCE: usize = 24;

/// The keys of a desk: the current one seals, all of them open.
pub struct Keyring {
    // Never empty; the first one is current.
    keys: Vec<Key>,
}

struct Key {
    id: String,
    cipher: XChaCha20Poly1305,
}

/// Content that only a key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Which key it needs.
    pub key_id: String,
    /// The nonce and the ciphertext.
    pub content: Vec<u8>,
}

impl Keyring {
    /// A keyring of keys in hexadecimal digits; the first one seals from now on.
    pub fn of<'a>(hex: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let keys = hex.into_iter().map(Key::read).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err("there is no key".to_owned());
        }
        Ok(Self { keys })
    }

    /// Whether it has the key of this name.
    pub fn has(&self, key_id: &str) -> bool {
        self.keys.iter().any(|key| key.id == key_id)
    }

    /// Seals what belongs to this reference.
    pub fn seal(&self, reference: &str, plain: &[u8]) -> Sealed {
        let key = &self.keys[0];
        let nonce: [u8; NONCE] = rand::random();
        let payload = Payload { msg: plain, aad: reference.as_bytes() };
        let sealed = key
            .cipher
            .encrypt(&XNonce::from(nonce), payload)
            .expect("a request is far smaller than a cipher can take");
        Sealed { key_id: key.id.clone(), content: [&nonce[..], &sealed].concat() }
    }

    /// Opens what was sealed for this reference. An error tells what to do, not what it says.
    pub fn open(&self, reference: &str, sealed: &Sealed) -> Result<Vec<u8>, String> {
        let Sealed { key_id, content } = sealed;
        let key = self.keys.iter().find(|key| key.id == *key_id);
        let key = key.ok_or_else(|| format!("{reference} needs the key {key_id}: add it"))?;
        let damaged = || format!("the content of {reference} is damaged: restore a backup");
        let (nonce, sealed) = content.split_first_chunk::<NONCE>().ok_or_else(damaged)?;
        let payload = Payload { msg: sealed, aad: reference.as_bytes() };
        key.cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| damaged())
    }
}

impl Key {
    fn read(hex: &str) -> Result<Self, String> {
        let key =
            bytes(hex).ok_or("a key is 64 hexadecimal digits; make one: openssl rand -hex 32")?;
        Ok(Self { id: id_of(&key), cipher: XChaCha20Poly1305::new(&key.into()) })
    }
}

/// The name of a key: it tells keys apart and tells nothing of them.
fn id_of(key: &[u8; 32]) -> String {
    crate::hex::write(&Sha256::digest(key)[..4])
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    crate::hex::read(hex)?.try_into().ok()
}
