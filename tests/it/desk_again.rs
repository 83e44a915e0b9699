//! A form whose command could not be carried out just now is the same command when it is sent again: it keeps its nonce.

use crate::web_world::World;
use std::sync::atomic::Ordering;

/// The nonce of the form with this action.
fn nonce<'p>(page: &'p str, action: &str) -> &'p str {
    let form = page.split(&format!("action=\"{action}\"")).nth(1).expect("the form");
    form.split("name=\"nonce\" value=\"").nth(1).and_then(|it| it.split('"').next()).expect("a nonce")
}

#[tokio::test]
async fn a_form_that_could_not_be_saved_keeps_its_nonce_and_is_one_command() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for _ in 0..3 {
        world.visitor("permit.renew", "it").await;
    }
    world.post("/api/v1/desks/1/open", &clerk, "").await;
    let page = world.get("/desk/1?lang=en", &clerk).await.text;
    for (verb, more) in [("call-next", ""), ("dismiss", "&ticket=Q+003")] {
        let action = format!("/desk/1/{verb}");
        let sent = nonce(&page, &action).to_owned();
        let row = if more.is_empty() { sent.clone() } else { format!("{}.Q-003", sent.split('.').next().unwrap()) };
        world.is_disk_full.store(true, Ordering::Relaxed);
        let failed = world.submit_to_desk(1, verb, &clerk, &format!("nonce={row}{more}")).await;
        assert_eq!(failed.status, 503, "{verb}");
        assert_eq!(failed.text.matches("role=\"alert\"").count(), 1, "{verb}: it is said: {}", failed.text);
        assert_eq!(nonce(&failed.text, &action), sent, "{verb}: pressed again, it is the same command");
        world.is_disk_full.store(false, Ordering::Relaxed);
    }
    let begun = world.hub.day().last_call().0;
    let sent = nonce(&page, "/desk/1/call-next");
    for _ in 0..2 {
        assert_eq!(world.submit_to_desk(1, "call-next", &clerk, &format!("nonce={sent}")).await.status, 303);
    }
    assert_eq!(world.hub.day().last_call().0, begun + 1, "called once");
    // A refused one is over, and a nonce that no page has made is not given back.
    let refused = world.submit_to_desk(1, "start", &clerk, &format!("nonce={sent}&current=Q+002")).await;
    assert_eq!(refused.status, 409);
    assert_ne!(nonce(&refused.text, "/desk/1/start"), sent);
    world.is_disk_full.store(true, Ordering::Relaxed);
    let strange = world.submit_to_desk(1, "start", &clerk, "nonce=%22%3E&current=Q+001").await;
    assert_eq!(strange.status, 503);
    assert_eq!(nonce(&strange.text, "/desk/1/start").len(), 24);
}

#[tokio::test]
async fn five_hundred_forms_each_sent_twice_act_once_each() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    world.post("/api/v1/desks/1/open", &clerk, "").await;
    let begun = world.hub.day().sequence().0;
    for click in 1..=500 {
        let page = world.get("/desk/1?lang=en", &clerk).await.text;
        let (verb, more) = if click % 2 == 1 { ("pause", "") } else { ("open", "&language=it&service=permit") };
        let form = format!("nonce={}{more}", nonce(&page, &format!("/desk/1/{verb}")));
        let submit = || world.submit_to_desk(1, verb, &clerk, &form);
        let (one, other) = tokio::join!(submit(), submit());
        assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303), "click {click}: {}", other.text);
        assert_eq!(world.hub.day().sequence().0, begun + click, "click {click}");
    }
}
