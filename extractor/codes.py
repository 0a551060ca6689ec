"""The codes of a registry: closed lists that are a contract with downstream systems, version 1."""

from enum import StrEnum


class OrderKind(StrEnum):
    """Kind of an act: приказ, постановление, распоряжение, указ, закон."""

    ORDER = "order"
    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    DECREE = "decree"
    LAW = "law"
    OTHER = "other"


class AnnexKind(StrEnum):
    """Kind of an annex: перечень; порядок, регламент; методика; blank form; anything else."""

    LIST = "list"
    PROCEDURE = "procedure"
    METHODOLOGY = "methodology"
    FORM = "form"
    OTHER = "other"


class Context(StrEnum):
    """What the section of a touchpoint is about."""

    PUBLIC_SERVICES = "public_services"
    SUPPORT_MEASURES = "support_measures"
    STATE_CONTROL = "state_control"
    APPEALS = "appeals"
    INFORMATION_ACCESS = "information_access"
    INTERNAL = "internal"
    INTERNAL_IT = "internal_it"
    INTERNAL_ADMIN = "internal_admin"


class TouchpointType(StrEnum):
    """Types of touchpoints."""

    WEBSITE = "website"
    EPGU = "epgu"
    RPGU = "rpgu"
    CONTROL_SYSTEM = "control_system"
    FEEDBACK_PLATFORM = "feedback_platform"
    GOVERNMENT_SYSTEM = "government_system"
    PERSONAL_ACCOUNT = "personal_account"
    EMAIL = "email"
    SOCIAL_NETWORK = "social_network"
    MESSENGER = "messenger"
    CHATBOT = "chatbot"
    MOBILE_APP = "mobile_app"
    VOICE_ASSISTANT = "voice_assistant"
    API = "api"
    ONLINE_SURVEY = "online_survey"
    VIDEO_CONFERENCE = "video_conference"
    EDMS = "edms"
    INTERNAL_SYSTEM = "internal_system"
    INTERNET = "internet"
    PHONE = "phone"
    HOTLINE = "hotline"
    CALL_CENTER = "call_center"
    IN_PERSON = "in_person"
    MFC = "mfc"
    SERVICE_CENTER = "service_center"
    PAPER_MAIL = "paper_mail"
    INFO_STAND = "info_stand"
    ON_SITE = "on_site"
    PUBLIC_MEETING = "public_meeting"
    WORKPLACE = "workplace"
    MEDIA = "media"
    OTHER = "other"


class NeedCategory(StrEnum):
    """What a client can do at a touchpoint."""

    INFORMATION = "information"
    PROGRESS = "information.progress"
    CONSULTATION = "consultation"
    FORMS = "forms"
    APPLICATION = "submission.application"
    APPEAL = "submission.appeal"
    REQUEST = "submission.request"
    DOCUMENTS = "submission.documents"
    COMPLAINT = "submission.complaint"
    RESULT = "result"
    INSPECTION = "inspection"
    FEEDBACK = "feedback"
    FEEDBACK_RESULT = "feedback.result"
    APPOINTMENT = "appointment"
    REDIRECTION = "redirection"
    OTHER = "other"


class ProvisionKind(StrEnum):
    """Rules that stand around touchpoints."""

    SCHEDULE = "schedule"
    DEADLINE = "deadline"
    LIMIT = "limit"
    FREQUENCY = "frequency"
    RESPONSIBLE = "responsible"
    REJECTION_GROUND = "rejection_ground"
    REQUIRED_CONTENT = "required_content"
    UPDATE_GROUND = "update_ground"
    INDICATOR = "indicator"
    CLIENT_NEED = "client_need"


class ReferenceKind(StrEnum):
    """Kinds of documents that an order refers to."""

    LAW = "law"
    DECREE = "decree"
    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    ORDER = "order"
    PROGRAMME = "programme"
    STANDARD = "standard"
    OTHER = "other"


class Channel(StrEnum):
    """Where a touchpoint is met."""

    DIGITAL = "digital"
    OFFLINE = "offline"


class Client(StrEnum):
    """Whom a touchpoint is for."""

    EXTERNAL = "external"
    INTERNAL = "internal"


class Accessibility(StrEnum):
    """Equal opportunities that an order promises."""

    LOW_MOBILITY = "low_mobility"
    EQUAL_INFORMATION = "equal_information"


class SourceFormat(StrEnum):
    """Formats that are read."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    RTF = "rtf"
    ODT = "odt"
    DOC = "doc"
