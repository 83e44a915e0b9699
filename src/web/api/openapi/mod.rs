//! The description of the API as an OpenAPI document, made from the table of routes.
//!
//! How it works: each call's row in the table has an [`OperationDoc`], made from the very types that its handler reads and
//! writes; method, path and rights come from the row itself. Tests check every answer that they get against it.

mod operation;

pub(in crate::web) use operation::{OperationDoc, Tag};

use crate::web::audience::Audience;
use axum::http::Method;
use operation::Schemas;
use utoipa::openapi::path::{HttpMethod, Paths};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ComponentsBuilder, Info, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder};

const STAFF: &str = "staff";
const DEVICE: &str = "device";

/// The document for these calls: method, path, audience and description of each.
pub(in crate::web) fn document(calls: impl Iterator<Item = (Method, &'static str, Audience, OperationDoc)>) -> OpenApi {
    let (mut paths, mut schemas) = (Paths::new(), Schemas::new());
    for (method, path, audience, operation) in calls {
        let operation = operation.complete(id(&method, path), audience, &mut schemas);
        paths.add_path_operation(path, vec![http_method(&method)], operation.securities(Some(security(audience))));
    }
    let staff = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        "sportello_session",
        "Over https its name is `__Host-sportello_session`.",
    )));
    let device = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    let components = ComponentsBuilder::new().security_scheme(STAFF, staff).security_scheme(DEVICE, device);
    let components = components.schemas_from_iter(schemas).build();
    OpenApiBuilder::new().info(info()).paths(paths).components(Some(components)).build()
}

/// Describes the operation that serves the document.
pub(in crate::web) fn operation() -> OperationDoc {
    OperationDoc::new(Tag::Site, "Get this description").gives_any_object("An OpenAPI 3.1 document")
}

fn info() -> Info {
    let license = LicenseBuilder::new().name("GPL-3.0-only").identifier(Some("GPL-3.0-only")).build();
    let about = "Tickets, desks and calls of one site. An error response has a code for programs and a message in the \
                 reader's language.";
    InfoBuilder::new().title("Sportello").version("1").description(Some(about)).license(Some(license)).build()
}

/// Alternatives, each of which is enough.
fn security(audience: Audience) -> Vec<SecurityRequirement> {
    let scheme = |name: &str| SecurityRequirement::new::<&str, [&str; 0], &str>(name, []);
    match audience {
        // The topic of events says which of them need a sign-in.
        Audience::Public | Audience::PublicButDesks(_) => Vec::new(),
        Audience::Staff(_) => vec![scheme(STAFF)],
        Audience::StaffOrDevice(..) => vec![scheme(DEVICE), scheme(STAFF)],
        // Programs on the machine itself need no key.
        Audience::StaffOrMachine(_) => vec![scheme(STAFF), SecurityRequirement::default()],
    }
}

/// A name for generated clients: `post-tickets`, `get-tickets-token`.
fn id(method: &Method, path: &str) -> String {
    let words = path.split(['/', '{', '}', '.']).filter(|word| !matches!(*word, "" | "api" | "v1"));
    words.fold(method.as_str().to_ascii_lowercase(), |id, word| format!("{id}-{word}"))
}

fn http_method(method: &Method) -> HttpMethod {
    if method == Method::POST {
        HttpMethod::Post
    } else if method == Method::DELETE {
        HttpMethod::Delete
    } else {
        HttpMethod::Get
    }
}
