//! `/healthz` measures what it claims, answers while the hub hangs, and the desks' pages say the same in words.

use crate::alive_house::{House, PATIENCE};
use crate::server::Data;
use crate::web_world::World;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The check of this part.
fn check<'a>(health: &'a serde_json::Value, name: &str) -> &'a serde_json::Value {
    health["checks"].as_array().unwrap().iter().find(|check| check["name"] == name).expect("a check")
}

#[expect(clippy::await_holding_lock, reason = "the hub hangs at this lock as long as the test holds it")]
#[tokio::test]
async fn a_hub_that_hangs_is_seen_without_waiting_for_it() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    let well = world.get("/healthz", &clerk).await.json();
    assert_eq!((well["ok"].as_bool(), check(&well, "hub")["ok"].as_bool()), (Some(true), Some(true)));
    let (gate, hub) = (world.gate.clone(), world.hub.clone());
    let held = gate.hold.lock().unwrap();
    let waiting = tokio::spawn(async move {
        let need = crate::world::need_code("work");
        hub.issue(vec![need], crate::world::tag("it"), false, None).await
    });
    let begun = Instant::now();
    let ill = loop {
        let asked = Instant::now();
        let health = world.get("/healthz", &clerk).await;
        // A request to the hub is given up after ten seconds.
        assert!(asked.elapsed() < Duration::from_secs(8), "it waits for the hub");
        if health.json()["ok"] == false {
            break health;
        }
        assert!(begun.elapsed() < PATIENCE, "a hub that hangs is healthy: {}", health.text);
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    println!("a hub that hangs: seen after {} ms", begun.elapsed().as_millis());
    assert_eq!((ill.status.as_u16(), ill.json()["problem"].as_str()), (503, Some("hub-hangs")));
    assert_eq!(check(&ill.json(), "hub")["problem"], "hub-hangs");
    let page = async || world.get("/desk/1?lang=en", &clerk).await.text;
    assert!(page().await.contains("The system does not answer"));
    drop(held);
    assert!(waiting.await.unwrap().is_ok());
    while world.get("/healthz", &clerk).await.status != 200 {
        assert!(begun.elapsed() < PATIENCE, "it stays ill");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(!page().await.contains("The system does not answer"));
}

#[test]
fn a_disk_that_can_not_be_written_is_seen_while_the_house_is_idle_and_so_is_its_healing() {
    let data = Data::new();
    let house = House::start(&data, |it| _ = it.stderr(Stdio::null()));
    assert_eq!(house.device(&data).take_ticket("tax.code", None).unwrap().0, 201);
    let limit = |bytes: &str| {
        let pid = house.child.id().to_string();
        let set = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:unlimited")]).status();
        assert!(set.expect("prlimit").success());
    };
    let until = |status: u16| {
        let begun = Instant::now();
        loop {
            let (now, health) = house.health();
            if now == status {
                println!("disk: {status} after {} ms", begun.elapsed().as_millis());
                return health;
            }
            assert!(begun.elapsed() < PATIENCE, "{health}");
            std::thread::sleep(Duration::from_millis(100));
        }
    };
    until(200);
    limit("0");
    let ill = until(503);
    assert_eq!((ill["problem"].as_str(), check(&ill, "journal")["ok"].as_bool()), (Some("not-saved"), Some(false)));
    limit("unlimited");
    let well = until(200);
    assert!(check(&well, "journal")["last"].is_string());
    assert_eq!(house.device(&data).take_ticket("tax.code", None).unwrap().0, 201);
}
