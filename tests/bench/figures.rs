//! Percentiles, and how they are printed.

use std::time::Duration;

/// A headline for the figures that follow.
pub fn title(text: &str) {
    println!("\n{text}");
}

/// One line: a name and a figure.
pub fn line(name: &str, figure: &str) {
    println!("  {name:<44} {figure}");
}

/// The time that so many percent of these do not exceed.
pub fn percentile(times: &mut [Duration], percent: usize) -> Option<Duration> {
    times.sort();
    times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied()
}

/// `p50` and `p99` of some times.
pub fn spread(times: &mut [Duration]) -> String {
    match (percentile(times, 50), percentile(times, 99)) {
        (Some(middle), Some(late)) => format!("p50 {:>8}   p99 {:>8}", milliseconds(middle), milliseconds(late)),
        _ => "nothing was measured".to_owned(),
    }
}

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
