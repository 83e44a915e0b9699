//! The expected wait in words.

use crate::domain::Wait;
use crate::kiosk::composer::Composer;

/// "20 to 35 minutes", or "up to 35 minutes".
pub(in crate::kiosk) fn wait_range(composer: &Composer, wait: Wait) -> String {
    let (low, high) = (composer.translator.count(wait.low_min), wait.high_min);
    match wait.low_min {
        0 => composer.message_with("kiosk-wait-up-to", &[("high", high.into())]),
        _ => composer.message_with("kiosk-wait-range", &[("low", low.into()), ("high", high.into())]),
    }
}
