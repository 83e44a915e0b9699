//! The bodies of the API's operations for the desks.

#![expect(unused_qualifications, reason = "utoipa derives paths in full for fields with a default")]

use crate::domain::{DeskNumber, LanguageTag, Sequence, ServiceCode, TicketNumber, TransferReason, UrgencyReason};
use crate::web::api::values::{desk_number, text};
use serde::Deserialize;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// No fields.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EmptyBody {}

/// The languages and services of a desk; a list that is left out means all of them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OpeningBody {
    #[serde(default, deserialize_with = "text")]
    #[schema(min_items = 1)]
    pub(super) languages: Option<Vec<LanguageTag>>,
    #[serde(default, deserialize_with = "text")]
    #[schema(min_items = 1)]
    pub(super) services: Option<Vec<ServiceCode>>,
}

/// The ticket that the client believes to be at the desk: refused when it is another one. Left out: whichever is there.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CurrentTicketBody {
    #[serde(default, deserialize_with = "text")]
    pub(super) ticket: Option<TicketNumber>,
}

/// What the desk did to a ticket. `act` is the one that the workbench offers: refused when it can't be undone any more. Left
/// out: the newest act.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ActBody {
    #[serde(default, deserialize_with = "text")]
    pub(super) ticket: Option<TicketNumber>,
    #[serde(default, deserialize_with = "text")]
    pub(super) act: Option<Sequence>,
}

/// A ticket.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TicketBody {
    #[serde(deserialize_with = "text")]
    pub(super) ticket: TicketNumber,
}

/// A ticket and one of its services.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepBody {
    #[serde(deserialize_with = "text")]
    pub(super) ticket: TicketNumber,
    #[serde(deserialize_with = "text")]
    pub(super) service: ServiceCode,
}

/// A ticket and all its services that have not begun, in their new order.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepsBody {
    #[serde(deserialize_with = "text")]
    pub(super) ticket: TicketNumber,
    #[serde(deserialize_with = "text")]
    pub(super) services: Vec<ServiceCode>,
}

/// Either a service or a desk; its schema is written by hand, because no derive can tell that.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TransferBody {
    #[serde(default, deserialize_with = "text")]
    pub(super) service: Option<ServiceCode>,
    #[serde(default, deserialize_with = "desk_number")]
    pub(super) desk: Option<DeskNumber>,
    #[serde(default, deserialize_with = "text")]
    pub(super) reason: Option<TransferReason>,
    #[serde(default, deserialize_with = "text")]
    pub(super) ticket: Option<TicketNumber>,
}

/// A visitor without a ticket.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WalkInBody {
    #[serde(deserialize_with = "text")]
    pub(super) service: ServiceCode,
    #[serde(deserialize_with = "text")]
    pub(super) language: LanguageTag,
    /// The site's printer prints a slip.
    #[serde(default)]
    pub(super) print: bool,
}

/// A ticket and why it is urgent; without a reason it is not urgent any more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UrgencyBody {
    #[serde(deserialize_with = "text")]
    pub(super) ticket: TicketNumber,
    #[serde(default, deserialize_with = "text")]
    pub(super) reason: Option<UrgencyReason>,
}

impl PartialSchema for TransferBody {
    fn schema() -> RefOr<Schema> {
        let reference = |name: &str| RefOr::Ref(Ref::from_schema_name(name));
        let null = || ObjectBuilder::new().schema_type(Type::Null);
        let optional = |name| OneOfBuilder::new().item(null()).item(reference(name));
        let to = |target, target_schema, other| {
            ObjectBuilder::new()
                .property(target, reference(target_schema))
                .required(target)
                .property(other, null())
                .property("reason", optional("TransferReason"))
                .property("ticket", optional("TicketNumber"))
                .additional_properties(Some(AdditionalProperties::FreeForm(false)))
        };
        let about = "Where to and why. `ticket` is the one that the client believes to be at the desk; the reason is \
                     `other-need` where it is left out.";
        let either =
            OneOfBuilder::new().item(to("service", "ServiceCode", "desk")).item(to("desk", "DeskNumber", "service"));
        either.description(Some(about)).into()
    }
}

impl ToSchema for TransferBody {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push(("ServiceCode".to_owned(), ServiceCode::schema()));
        schemas.push(("DeskNumber".to_owned(), DeskNumber::schema()));
        schemas.push(("TransferReason".to_owned(), TransferReason::schema()));
        schemas.push(("TicketNumber".to_owned(), TicketNumber::schema()));
    }
}
