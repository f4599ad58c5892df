//! How to speak with somebody, at any moment.

use super::parts::{back, call, h1, p, section};
use crate::content::Bundle;
use crate::domain::{Channel, Directory};
use crate::texts::NL;
use leptos::prelude::*;

/// The number of the municipality's general entrance, and ways around the phone.
pub(super) fn view(bundle: &Bundle) -> AnyView {
    let Directory { municipality, .. } = &bundle.directory;
    let overview = format!("/{}/overzicht/", municipality.slug);
    let calls: Vec<AnyView> = bundle
        .directory
        .entrance()
        .iter()
        .flat_map(|party| party.reach.iter().map(|reach| (&party.name, reach)))
        .filter(|(_, reach)| reach.channel == Channel::Phone)
        .map(|(name, reach)| {
            call(
                &reach.value,
                &match &reach.about {
                    Some(about) => format!("{name}, {about}"),
                    None => name.clone(),
                },
                true,
            )
        })
        .collect();
    let ways: Vec<AnyView> =
        NL.talk_ways.iter().map(|way| view! { <li>{*way}</li> }.into_any()).collect();
    view! {
        <div class="wd-column wd-stack">
            {back()}
            {h1(NL.talk_title)}
            {p(NL.talk_say)}
            {calls}
            {section(NL.talk_other, view! {
                <ul class="wd-dots">{ways}
                    <li><a class="nl-link" href=overview>{NL.overview}</a></li>
                </ul>
            }.into_any())}
        </div>
    }
    .into_any()
}
