//! Values that clients write as text, in JSON and in forms alike.

use crate::domain::{LanguageTag, ServiceCode, TicketNumber, TransferReason, UrgencyReason};
use serde::de::{Deserialize, Deserializer, Error};

/// A value that is written as text.
pub(in crate::web) trait FromText: Sized {
    /// The end of the sentence "expected …".
    const EXPECTED: &'static str;

    fn from_text(text: &str) -> Option<Self>;
}

/// A value that a JSON body has as a string. The text itself is not repeated in error messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Coded<T>(pub(in crate::web) T);

impl<T> Coded<T> {
    pub(in crate::web) fn into_value(self) -> T {
        self.0
    }
}

impl<'de, T: FromText> Deserialize<'de> for Coded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Coded<T>, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::from_text(&text).map(Coded).ok_or_else(|| D::Error::custom(format_args!("expected {}", T::EXPECTED)))
    }
}

impl FromText for TicketNumber {
    const EXPECTED: &'static str = "the number of a ticket, such as \"P 042\"";

    fn from_text(text: &str) -> Option<TicketNumber> {
        TicketNumber::parse(text)
    }
}

impl FromText for ServiceCode {
    const EXPECTED: &'static str = "the code of a service";

    fn from_text(text: &str) -> Option<ServiceCode> {
        ServiceCode::parse(text).ok()
    }
}

impl FromText for LanguageTag {
    const EXPECTED: &'static str = "the tag of a language, such as \"it\"";

    fn from_text(text: &str) -> Option<LanguageTag> {
        LanguageTag::parse(text).ok()
    }
}

impl FromText for TransferReason {
    const EXPECTED: &'static str = "one of other-need, specialist, language, desk-change";

    fn from_text(text: &str) -> Option<TransferReason> {
        TransferReason::parse(text)
    }
}

impl FromText for UrgencyReason {
    const EXPECTED: &'static str = "one of deadline, health, safety, children";

    fn from_text(text: &str) -> Option<UrgencyReason> {
        UrgencyReason::parse(text)
    }
}
