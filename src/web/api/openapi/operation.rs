//! One operation of the API, described beside its handler: what it takes and what it answers.

use crate::domain::Token;
use crate::web::audience::Audience;
use crate::web::http::refusal::{BadInputView, RefusalView};
use axum::http::StatusCode;
use utoipa::ToSchema;
use utoipa::openapi::content::Content;
use utoipa::openapi::header::Header;
use utoipa::openapi::path::{Operation as Written, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder, ResponsesBuilder};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr, Required};

/// The schemas that operations refer to, by their names.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

const JSON: &str = "application/json";
const EVENTS: &str = "text/event-stream";

/// The subject of an operation: the document groups operations by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Tag {
    Session,
    Site,
    Tickets,
    Desks,
    Day,
    Appointments,
    Board,
    Machine,
}

/// A description, completed by the route's method, path and audience.
pub(in crate::web) struct OperationDoc {
    tag: Tag,
    summary: &'static str,
    parameters: Vec<Parameter>,
    body: Option<RequestBody>,
    answers: Vec<ResponseDoc>,
    schemas: Schemas,
    /// Whether a request can be malformed.
    has_input: bool,
}

struct ResponseDoc {
    status: StatusCode,
    about: &'static str,
    kind: &'static str,
    /// The kinds of its content; none for a response without content.
    schemas: Vec<RefOr<Schema>>,
}

impl OperationDoc {
    pub(in crate::web) fn new(tag: Tag, summary: &'static str) -> OperationDoc {
        let (parameters, answers, schemas) = (Vec::new(), Vec::new(), Vec::new());
        OperationDoc { tag, summary, parameters, body: None, answers, schemas, has_input: false }
    }

    /// A typed part of the path.
    pub(in crate::web) fn at<T: ToSchema>(mut self, name: &str) -> OperationDoc {
        let schema = self.reference::<T>();
        self.parameter(name, ParameterIn::Path, true, None, schema)
    }

    /// The token of a ticket in the path: a malformed one is answered like an unknown one.
    pub(in crate::web) fn at_token(self) -> OperationDoc {
        self.at::<Token>("token").fails::<RefusalView<'_>>(StatusCode::NOT_FOUND, "No such ticket, or its day is over")
    }

    /// A part of the path that may be any text: malformed values are answered like unknown ones.
    pub(in crate::web) fn at_text(self, name: &str, about: &str) -> OperationDoc {
        self.parameter(name, ParameterIn::Path, true, Some(about), text(Some(1), None))
    }

    /// A required part of the query that matches a pattern.
    pub(in crate::web) fn query(self, name: &str, about: &str, pattern: &str) -> OperationDoc {
        let schema = text(None, Some(pattern));
        OperationDoc { has_input: true, ..self.parameter(name, ParameterIn::Query, true, Some(about), schema) }
    }

    /// A part of the query that may be left out, and otherwise matches a pattern.
    pub(in crate::web) fn may_query(self, name: &str, about: &str, pattern: &str) -> OperationDoc {
        let schema = text(None, Some(pattern));
        self.parameter(name, ParameterIn::Query, false, Some(about), schema)
    }

    /// A command: it can be refused, and with a key it can be sent again.
    pub(in crate::web) fn command(self) -> OperationDoc {
        let about = "Makes it safe to send the command again: the same key with the same command is carried out once, and \
                     with another command it is refused. Keys are each caller's own.";
        let schema = text(None, Some("^[!-~]{1,64}$"));
        let keyed = self.parameter("Idempotency-Key", ParameterIn::Header, false, Some(about), schema);
        OperationDoc { has_input: true, ..keyed }
            .fails::<RefusalView<'_>>(StatusCode::CONFLICT, "The rules of the day or of the site do not allow it now")
    }

    /// A JSON object as the body.
    pub(in crate::web) fn takes<T: ToSchema>(self) -> OperationDoc {
        self.with_body::<T>(Required::True)
    }

    /// The same; without a body all its fields are left out.
    pub(in crate::web) fn may_take<T: ToSchema>(self) -> OperationDoc {
        self.with_body::<T>(Required::False)
    }

    /// A success response.
    pub(in crate::web) fn gives<T: ToSchema>(mut self, status: StatusCode, about: &'static str) -> OperationDoc {
        let schema = self.reference::<T>();
        self.answers(status, about, JSON, schema)
    }

    /// A success response that is any JSON object.
    pub(in crate::web) fn gives_any_object(self, about: &'static str) -> OperationDoc {
        let any = ObjectBuilder::new().additional_properties(Some(AdditionalProperties::FreeForm(true)));
        self.answers(StatusCode::OK, about, JSON, any.into())
    }

    /// A success response without content.
    pub(in crate::web) fn gives_nothing(mut self, about: &'static str) -> OperationDoc {
        self.answers.push(ResponseDoc { status: StatusCode::NO_CONTENT, about, kind: JSON, schemas: Vec::new() });
        self
    }

    /// A success response that is not JSON.
    pub(in crate::web) fn gives_text(self, kind: &'static str, about: &'static str) -> OperationDoc {
        self.answers(StatusCode::OK, about, kind, text(None, None))
    }

    /// A success response that is a stream of server-sent events; this is one of them, with its data as JSON. As OpenAPI 3.1
    /// leaves streams open, the schema is that of one event.
    pub(in crate::web) fn gives_event<T: ToSchema>(mut self, name: &str, about: &'static str) -> OperationDoc {
        let string = || ObjectBuilder::new().schema_type(Type::String);
        let data = string().content_media_type(JSON).content_schema(Some(self.reference::<T>()));
        let event = ObjectBuilder::new()
            .property("event", string().enum_values(Some([name])))
            .required("event")
            .property("id", string().pattern(Some("^[0-9]+$")))
            .property("data", data)
            .required("data")
            .property("retry", ObjectBuilder::new().schema_type(Type::Integer));
        self.answers(StatusCode::OK, about, EVENTS, event.into())
    }

    /// An error response beside those that every operation has.
    pub(in crate::web) fn fails<T: ToSchema>(mut self, status: StatusCode, about: &'static str) -> OperationDoc {
        let schema = self.reference::<T>();
        self.answers(status, about, JSON, schema)
    }

    /// One status may have several kinds of content; the first description of it stays.
    fn answers(
        mut self,
        status: StatusCode,
        about: &'static str,
        kind: &'static str,
        schema: RefOr<Schema>,
    ) -> OperationDoc {
        match self.answers.iter_mut().find(|answer| answer.status == status) {
            Some(known) if !known.schemas.contains(&schema) => known.schemas.push(schema),
            Some(_) => {}
            None => self.answers.push(ResponseDoc { status, about, kind, schemas: vec![schema] }),
        }
        self
    }

    fn with_body<T: ToSchema>(mut self, required: Required) -> OperationDoc {
        let content = Content::new(Some(self.reference::<T>()));
        let body = RequestBodyBuilder::new().required(Some(required)).content(JSON, content).build();
        OperationDoc { body: Some(body), has_input: true, ..self }
            .fails::<BadInputView<'_>>(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than 64 kB")
    }

    fn parameter(
        mut self,
        name: &str,
        place: ParameterIn,
        is_required: bool,
        about: Option<&str>,
        schema: RefOr<Schema>,
    ) -> OperationDoc {
        self.has_input |= matches!(place, ParameterIn::Path);
        let required = if is_required { Required::True } else { Required::False };
        let parameter = ParameterBuilder::new().name(name).parameter_in(place).required(required).description(about);
        self.parameters.push(parameter.schema(Some(schema)).build());
        self
    }

    /// Refers to a type's schema, and keeps it and those it refers to.
    fn reference<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.schemas);
        RefOr::Ref(Ref::from_schema_name(T::name()))
    }

    /// Adds what all operations for this audience have in common.
    pub(super) fn complete(self, id: String, audience: Audience, schemas: &mut Schemas) -> OperationBuilder {
        let reader = "The reader's language, where it is one of the site's; else the browser's, else the site's own.";
        let mut whole = self.parameter("lang", ParameterIn::Query, false, Some(reader), text(None, None));
        if whole.has_input {
            whole = whole.fails::<BadInputView<'_>>(
                StatusCode::UNPROCESSABLE_ENTITY,
                "The request can't be read; `detail` says why",
            );
        }
        if matches!(audience, Audience::StaffOrDevice(..)) {
            whole = whole.fails::<RefusalView<'_>>(
                StatusCode::TOO_MANY_REQUESTS,
                "The device has issued as many tickets as its rate allows",
            );
        }
        if audience.duty().is_some() && !matches!(audience, Audience::PublicButDesks(_)) {
            whole = whole.fails::<RefusalView<'_>>(StatusCode::UNAUTHORIZED, "No valid sign-in and no valid key");
        }
        whole = whole
            .fails::<RefusalView<'_>>(
                StatusCode::FORBIDDEN,
                "The account or the key may not do this; or the request names a foreign host or comes from a foreign page",
            )
            .fails::<RefusalView<'_>>(StatusCode::SERVICE_UNAVAILABLE, "Busy, or nothing can be saved now");
        schemas.append(&mut whole.schemas);
        let responses = whole.answers.into_iter().fold(ResponsesBuilder::new(), |responses, answer| {
            let status = answer.status;
            responses.response(status.as_str(), answer.response())
        });
        let operation: OperationBuilder = Written::builder();
        operation
            .operation_id(Some(id))
            .tag(whole.tag.name())
            .summary(Some(whole.summary))
            .parameters(Some(whole.parameters))
            .request_body(whole.body)
            .responses(responses)
    }
}

impl ResponseDoc {
    fn response(self) -> Response {
        let mut schemas = self.schemas;
        let schema = match schemas.len() {
            0 => None,
            1 => schemas.pop(),
            _ => {
                let one_of = schemas.into_iter().fold(OneOfBuilder::new(), |one_of, schema| one_of.item(schema));
                Some(RefOr::T(Schema::OneOf(one_of.build())))
            }
        };
        let response = ResponseBuilder::new().description(self.about);
        let response = match schema {
            Some(schema) => response.content(self.kind, Content::new(Some(schema))),
            None => response,
        };
        match self.status {
            StatusCode::CREATED => response.header("Location", header("Its address", Type::String)),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                response.header("Retry-After", header("Seconds to wait before the next try", Type::Integer))
            }
            _ => response,
        }
        .build()
    }
}

impl Tag {
    fn name(self) -> &'static str {
        match self {
            Tag::Session => "session",
            Tag::Site => "site",
            Tag::Tickets => "tickets",
            Tag::Desks => "desks",
            Tag::Day => "day",
            Tag::Appointments => "appointments",
            Tag::Board => "board",
            Tag::Machine => "machine",
        }
    }
}

fn text(least: Option<usize>, pattern: Option<&str>) -> RefOr<Schema> {
    let text = ObjectBuilder::new().schema_type(Type::String).min_length(least);
    RefOr::T(Schema::Object(text.pattern(pattern).build()))
}

fn header(about: &str, kind: Type) -> Header {
    let schema = ObjectBuilder::new().schema_type(kind).build();
    Header::builder().schema(Some(Schema::Object(schema))).description(Some(about)).build()
}
