//! By e-mail, to a server that fails.

use crate::email::to;
use crate::letters::{assert_later, assert_never, assert_refused, deliver, full};
use crate::standins::smtp::{Act, Encryption, Moment, Server};

#[test]
fn a_server_that_is_away_is_tried_again() {
    let server = Server::open(Encryption::Implicit);
    let deliveries = to(&server, "implicit");
    for moment in [
        Moment::Greeting,
        Moment::Password,
        Moment::Sender,
        Moment::Receiver,
        Moment::Announced,
        Moment::Text,
    ] {
        server.at(moment, Act::Say("421 4.3.2 closing"));
        assert_later(deliver(&deliveries, &full()), "the mail server");
        server.recover();
    }
    for (moment, word) in [
        (Moment::Sender, "451 4.3.0 later"),
        (Moment::Receiver, "451 4.3.0 later"),
        (Moment::Receiver, "552 5.2.2 mailbox full"),
    ] {
        server.at(moment, Act::Say(word));
        assert_later(deliver(&deliveries, &full()), &word[..3]);
        server.recover();
    }
}

#[test]
fn a_mail_that_is_refused_for_now_holds_up_no_other() {
    let server = Server::open(Encryption::Implicit);
    let deliveries = to(&server, "implicit");
    for moment in [Moment::Announced, Moment::Text] {
        for word in ["451 4.3.0 later", "552 5.2.2 too much"] {
            server.at(moment, Act::Say(word));
            assert_refused(deliver(&deliveries, &full()), &word[..3]);
            server.recover();
        }
    }
}

#[test]
fn what_whoever_runs_the_desk_can_mend_is_tried_again() {
    let server = Server::open(Encryption::Implicit);
    let deliveries = to(&server, "implicit");
    for (moment, word) in [
        (Moment::Greeting, "554 5.3.2 not now"),
        (Moment::Password, "535 5.7.8 who are you"),
        (Moment::Sender, "550 5.7.1 not from there"),
    ] {
        server.at(moment, Act::Say(word));
        assert_later(deliver(&deliveries, &full()), &word[..3]);
        server.recover();
    }
    assert!(server.mails().is_empty());
}

#[test]
fn a_mailbox_that_is_refused_for_good_is_not_tried_again() {
    let server = Server::open(Encryption::Implicit);
    let deliveries = to(&server, "implicit");
    for (moment, why) in [
        (Moment::Receiver, "refuses the mailbox (550)"),
        (Moment::Announced, "refuses the mail (550)"),
        (Moment::Text, "refuses the mail (550)"),
    ] {
        server.at(moment, Act::Say("550 5.1.1 nobody <team@gemeente.example> here"));
        let result = deliver(&deliveries, &full());
        assert!(!format!("{result:?}").contains("team@"), "{result:?}");
        assert_never(result, why);
        server.recover();
    }
}

#[test]
fn a_lost_answer_brings_the_same_mail_again() {
    let server = Server::open(Encryption::StartTls);
    let deliveries = to(&server, "starttls");
    server.at(Moment::Text, Act::HangUp);
    assert_later(deliver(&deliveries, &full()), "the mail server");
    server.recover();
    assert_eq!(deliver(&deliveries, &full()), Ok(()));
    let mails = server.mails();
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].header("Message-ID"), mails[1].header("Message-ID"));
    assert_eq!(mails[0].text(), mails[1].text());
}

#[test]
fn a_connection_that_ends_anywhere_is_tried_again() {
    let server = Server::open(Encryption::Implicit);
    let deliveries = to(&server, "implicit");
    for moment in
        [Moment::Greeting, Moment::Password, Moment::Sender, Moment::Receiver, Moment::Announced]
    {
        server.at(moment, Act::HangUp);
        assert_later(deliver(&deliveries, &full()), "the mail server");
        server.recover();
    }
    assert!(server.mails().is_empty());
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for() {
    for moment in [Moment::Greeting, Moment::Receiver, Moment::Text] {
        let server = Server::open(Encryption::Implicit);
        server.at(moment, Act::Silence);
        assert_later(deliver(&to(&server, "implicit"), &full()), "does not answer in time");
    }
}

#[test]
fn what_the_server_has_is_delivered_however_it_says_goodbye() {
    for act in [Act::Silence, Act::HangUp, Act::Say("421 4.3.2 closing")] {
        let server = Server::open(Encryption::Implicit);
        server.at(Moment::Quit, act);
        assert_eq!(deliver(&to(&server, "implicit"), &full()), Ok(()));
        assert_eq!(server.mails().len(), 1);
    }
}
