//! What is wrong with a request, for programs.
//!
//! A detail names the place and what was expected there, and never repeats what was sent: that could be a PIN, a token or
//! something about a person.

use serde::Serialize;
use serde_path_to_error::Segment;
use utoipa::ToSchema;

/// How serde's message about a field begins that no request has.
const UNKNOWN: &str = "unknown field";

/// What is wrong with a request, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::web) struct Detail {
    /// The part of the request and the place in it.
    #[serde(rename = "where")]
    #[schema(examples("body.needs[1]", "path.desk", "header.idempotency-key"))]
    pub(in crate::web) place: String,
    /// What was expected there.
    #[schema(examples("invalid value, expected the code of a need"))]
    pub(in crate::web) what: String,
    /// Where reading the body ended: line and column, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub(in crate::web) line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0)]
    pub(in crate::web) column: Option<usize>,
}

impl Detail {
    /// A problem with a part of the request that has no lines.
    pub(in crate::web) fn new(place: impl Into<String>, what: impl Into<String>) -> Detail {
        Detail { place: place.into(), what: what.into(), line: None, column: None }
    }

    /// A value that is not the expected one.
    pub(in crate::web) fn expected(place: impl Into<String>, expected: &str) -> Detail {
        Detail::new(place, format!("expected {expected}"))
    }

    /// A body that can't be read.
    pub(in crate::web) fn of_body(error: &serde_path_to_error::Error<serde_json::Error>) -> Detail {
        let inner = error.inner();
        let (line, column) = (inner.line(), inner.column());
        let is_located = line > 0;
        let what = without_values(&inner.to_string(), is_located);
        // The name of an unknown field is what was sent, too.
        let known =
            error.path().iter().filter(|segment| !matches!(segment, Segment::Map { .. }) || !what.starts_with(UNKNOWN));
        let place = known.fold("body".to_owned(), place_within);
        Detail { place, what, line: is_located.then_some(line), column: is_located.then_some(column) }
    }
}

fn place_within(place: String, segment: &Segment) -> String {
    match segment {
        Segment::Seq { index } => format!("{place}[{index}]"),
        Segment::Map { key } => format!("{place}.{key}"),
        Segment::Enum { .. } | Segment::Unknown => place,
    }
}

/// serde's message without what was sent: `invalid type: integer `1`, expected a string` loses its `1`.
fn without_values(message: &str, is_located: bool) -> String {
    let message = match message.rfind(" at line ") {
        Some(end) if is_located => &message[..end],
        _ => message,
    };
    match message.rsplit_once(", expected ") {
        Some((found, expected)) => {
            let kind = found.split(['`', '"']).next().unwrap_or_default().trim_end();
            format!("{kind}, expected {expected}")
        }
        None => message.to_owned(),
    }
}
