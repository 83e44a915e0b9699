//! `GET /api/v1/site`: the institutions, needs, services and desks, in the reader's language.

use crate::domain::{
    Desk, DeskNumber, Institution, InstitutionCode, LanguageTag, Leads, Need, NeedCode, Presence, Service, ServiceCode,
    Site,
};
use crate::locale::Translator;
use crate::web::api::codes::DirectionView;
use crate::web::api::openapi::{OperationDoc, Tag};
use crate::web::http::reader::Reader;
use crate::web::shared::Web;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

/// The site in one language.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct SiteView {
    name: String,
    /// The language of all texts here.
    #[schema(value_type = LanguageTag)]
    language: String,
    languages: Vec<LanguageView>,
    institutions: Vec<InstitutionView>,
    needs: Vec<NeedView>,
    services: Vec<ServiceView>,
    desks: Vec<SiteDeskView>,
    hours: Vec<HoursView>,
}

/// A language that visitors may choose.
#[derive(Serialize, ToSchema)]
struct LanguageView {
    #[schema(value_type = LanguageTag)]
    tag: String,
    /// Its own name.
    name: String,
    direction: DirectionView,
}

#[derive(Serialize, ToSchema)]
struct InstitutionView {
    #[schema(value_type = InstitutionCode)]
    code: String,
    name: String,
    gloss: String,
    #[schema(pattern = "^[A-Z]$")]
    letter: char,
    #[schema(pattern = "^#[0-9A-Fa-f]{6}$")]
    colour: String,
    /// Whether its people are in the building now.
    is_here: bool,
}

/// What a visitor may choose: a menu of further needs, services, or a desk.
#[derive(Serialize, ToSchema)]
struct NeedView {
    #[schema(value_type = NeedCode)]
    code: String,
    label: String,
    icon: String,
    #[schema(pattern = "^#[0-9A-Fa-f]{6}$")]
    colour: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    /// The needs of a menu.
    #[schema(no_recursion)]
    needs: Vec<NeedView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<ServiceCode>)]
    services: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    /// What the visitor should bring.
    bring: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// The desk to walk up to without a ticket.
    #[schema(value_type = DeskNumber)]
    person_at: Option<u16>,
}

#[derive(Serialize, ToSchema)]
struct ServiceView {
    #[schema(value_type = ServiceCode)]
    code: String,
    #[schema(value_type = InstitutionCode)]
    institution: String,
    label: String,
    /// What its ticket numbers begin with.
    #[schema(pattern = "^[A-Z]$")]
    letter: char,
    /// How long one visitor usually takes.
    minutes: u16,
    #[schema(value_type = Vec<DeskNumber>)]
    desks: Vec<u16>,
}

#[derive(Serialize, ToSchema)]
struct SiteDeskView {
    #[schema(value_type = DeskNumber)]
    number: u16,
    room: String,
    #[schema(value_type = Vec<ServiceCode>)]
    services: Vec<String>,
    #[schema(value_type = Vec<LanguageTag>)]
    languages: Vec<String>,
}

/// When an institution is in the building; `weekly` is `null` where it always is.
#[derive(Serialize, ToSchema)]
struct HoursView {
    #[schema(value_type = InstitutionCode)]
    institution: String,
    #[schema(required)]
    weekly: Option<Vec<StretchView>>,
}

/// Local times of one weekday.
#[derive(Serialize, ToSchema)]
struct StretchView {
    /// Monday is 1.
    #[schema(minimum = 1, maximum = 7)]
    weekday: i8,
    #[schema(pattern = "^([01][0-9]|2[0-4]):[0-5][0-9]$")]
    from: String,
    #[schema(pattern = "^([01][0-9]|2[0-4]):[0-5][0-9]$")]
    to: String,
}

/// `GET /api/v1/site?lang=TAG`.
pub(in crate::web) async fn get(State(web): State<Web>, Reader(reader): Reader) -> Json<SiteView> {
    let site = web.site();
    let translator = web.translator(&reader);
    let now = web.now();
    let languages = site.languages().iter().filter_map(|tag| web.locales.language(tag));
    Json(SiteView {
        name: translator.pick(site.name()).to_owned(),
        language: translator.tag().to_string(),
        languages: languages
            .map(|language| LanguageView {
                tag: language.tag.to_string(),
                name: language.endonym.clone(),
                direction: language.direction.into(),
            })
            .collect(),
        institutions: site.institutions().iter().map(|it| institution(it, site.is_here(it, now), translator)).collect(),
        needs: site.needs().iter().map(|it| need(it, translator)).collect(),
        services: site.services().iter().map(|it| service(&site, it, translator)).collect(),
        desks: site.desks().iter().map(|it| desk(it, translator)).collect(),
        hours: site.institutions().iter().map(hours).collect(),
    })
}

fn institution(institution: &Institution, is_here: bool, translator: Translator<'_>) -> InstitutionView {
    InstitutionView {
        code: institution.code.to_string(),
        name: institution.name.clone(),
        gloss: translator.pick(&institution.gloss).to_owned(),
        letter: institution.letter.as_char(),
        colour: institution.colour.css(),
        is_here,
    }
}

fn need(of: &Need, translator: Translator<'_>) -> NeedView {
    NeedView {
        code: of.code.to_string(),
        label: translator.pick(&of.label).to_owned(),
        icon: of.pictogram.clone(),
        colour: of.colour.css(),
        needs: of.menu().iter().map(|below| need(below, translator)).collect(),
        services: of.services().iter().map(ToString::to_string).collect(),
        bring: of.bring().iter().map(|line| translator.pick(line).to_owned()).collect(),
        person_at: match of.leads() {
            Some(Leads::Person { desk }) => Some(desk.0),
            _ => None,
        },
    }
}

fn service(site: &Site, service: &Service, translator: Translator<'_>) -> ServiceView {
    ServiceView {
        code: service.code.to_string(),
        institution: service.institution.to_string(),
        label: translator.pick(&service.label).to_owned(),
        letter: service.letter.as_char(),
        minutes: service.minutes,
        desks: site.desks_for(&service.code).map(|desk| desk.number.0).collect(),
    }
}

fn desk(desk: &Desk, translator: Translator<'_>) -> SiteDeskView {
    SiteDeskView {
        number: desk.number.0,
        room: translator.pick(&desk.room).to_owned(),
        services: desk.services.iter().map(ToString::to_string).collect(),
        languages: desk.languages.iter().map(ToString::to_string).collect(),
    }
}

fn hours(institution: &Institution) -> HoursView {
    let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let weekly = match &institution.presence {
        Presence::Always => None,
        Presence::Weekly(stretches) => Some(stretches.iter().map(|stretch| StretchView {
            weekday: stretch.weekday.to_monday_one_offset(),
            from: clock(stretch.from),
            to: if stretch.to == jiff::civil::Time::midnight() { "24:00".to_owned() } else { clock(stretch.to) },
        })),
    };
    HoursView { institution: institution.code.to_string(), weekly: weekly.map(Iterator::collect) }
}

/// Describes [`get`].
pub(in crate::web) fn operation() -> OperationDoc {
    OperationDoc::new(Tag::Site, "Get what the site offers, in the reader's language")
        .gives::<SiteView>(StatusCode::OK, "Needs, services, desks, hours and languages")
}
