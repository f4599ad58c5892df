//! Ids that stay the same: each is worked out from a name and the id of what it belongs to.

use crate::domain::{Directory, Provider};
use uuid::Uuid;

/// Drawn once at random; everything below it would change with it.
const OURS: Uuid = Uuid::from_u128(0x8f0f_2f6e_5d0b_4c07_9a4e_61b8_3d1c_7ae2);

/// The id of a thing with this name that belongs to another.
pub(super) fn below(owner: Uuid, kind: &str, name: &str) -> Uuid {
    Uuid::new_v5(&owner, format!("{kind}/{name}").as_bytes())
}

/// Of what all municipalities share.
pub(super) fn shared(kind: &str, name: &str) -> Uuid {
    below(OURS, kind, name)
}

/// Of a municipality, by its CBS code.
pub(super) fn municipality(directory: &Directory) -> Uuid {
    shared("municipality", &directory.municipality.id)
}

/// Of a party.
pub(super) fn organization(directory: &Directory, party: &Provider) -> Uuid {
    below(municipality(directory), "organization", party.id.as_str())
}
