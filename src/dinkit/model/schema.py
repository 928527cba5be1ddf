"""The JSON Schema of the file format, in Dutch or English keys, for editors.

Made of the same records, relation table and vocabulary that reading uses, so it cannot say anything else. It is a help while
typing; what is checked beyond it (references, cycles, number notation) only `dinkit validate` says.
"""

from __future__ import annotations

from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from dinkit.model.contract import OneOf, Record, fields_of
from dinkit.model.document import Head, Link, NoneStated
from dinkit.model.keywords import KEYS, Word
from dinkit.model.kinds import KINDS, NESTED
from dinkit.model.project_rules import KIND_WORDS, RULE_WORDS
from dinkit.model.records import RECORDS
from dinkit.model.relations import RELATIONS, RelationType
from dinkit.model.vocabulary import UNKNOWN, VALUES, spell_key, spell_value

Schema = dict[str, Any]

_WORDS: dict[str, Word] = {word.english: word for word in KEYS}
_RULE_WORDS: dict[str, Word] = {word.english: word for word in RULE_WORDS}
_SCALAR: Schema = {"type": ["string", "number"]}
_ID = "^[a-z][a-z0-9-]*$"


def json_schema(language: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a model file or part.

    Args:
        language: "nl" or "en": the spelling of keys and enumerated values, and the language of the descriptions.
    """
    properties = _record_properties(Head, language)
    properties[spell_key("project_rules", language)] = _described("project_rules", language, _project_rules(language))
    properties[spell_key("programme", language)] = _described("programme", language, {"$ref": "#/$defs/programme"})
    for kind in KINDS:
        properties[spell_key(kind.collection, language)] = _described(kind.collection, language, _collection(kind.name, language))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Doelen-Inspanningen-Netwerk (dinkit)",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": _definitions(language),
    }


def _definitions(language: str) -> Schema:
    definitions = {kind.name: _element(kind.name, language) for kind in KINDS}
    definitions["links"] = _links(language)
    return definitions


def _collection(kind: str, language: str) -> Schema:
    named: Schema = {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": {"anyOf": [_SCALAR, {"$ref": f"#/$defs/{kind}"}]}}
    return {"anyOf": [{"type": "null"}, _object(NoneStated, language), named]}


def _element(kind: str, language: str) -> Schema:
    record = RECORDS[kind]
    properties = _record_properties(record, language)
    if kind != "programme":
        del properties["id"]
    for relation in RELATIONS:
        if kind in (relation.sources if relation.written_at == "source" else relation.targets):
            properties[spell_key(relation.key, language)] = _described(relation.key, language, _link_schema(relation))
    for key, nested in NESTED.items():
        if nested == kind:
            properties[spell_key(key, language)] = _described(key, language, _collection(kind, language))
    required = [spell_key(name, language) for name, field in fields_of(record).items() if field.required and name != "id"]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


def _link_schema(relation: RelationType) -> Schema:
    if relation.name == "succeeds":
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    return {"$ref": "#/$defs/links"}


def _links(language: str) -> Schema:
    one: Schema = {"type": "string"}
    detail: Schema = {"anyOf": [{"type": "null"}, _SCALAR, _object(Link, language)]}
    return {"anyOf": [{"type": "null"}, one, {"type": "array", "items": one}, {"type": "object", "additionalProperties": detail}]}


def _object(record: type[Record], language: str) -> Schema:
    fields = fields_of(record)
    required = [spell_key(name, language) for name, field in fields.items() if field.required]
    made: Schema = {"type": "object", "additionalProperties": False, "properties": _record_properties(record, language)}
    return made | ({"required": required} if required else {})


def _record_properties(record: type[Record], language: str) -> Schema:
    return {spell_key(name, language): _described(name, language, _field(field.annotation, language)) for name, field in fields_of(record).items()}


def _project_rules(language: str) -> Schema:
    """Return the schema of a project's own rules; what stands in their conditions only `dinkit validate` knows."""
    kinds: Schema = {"enum": [_spelled(word, language) for word in KIND_WORDS]}
    some: Schema = {"anyOf": [kinds, {"type": "array", "items": {"anyOf": [kinds, {"type": "object"}]}}, {"type": "object"}]}
    texts: Schema = {"type": "object", "additionalProperties": False, "properties": {one: {"type": "string"} for one in ("nl", "en")}}
    fields: Schema = {
        "for": some,
        "demand": {"type": "object"},
        "forbid": {"type": "object"},
        "severity": {"enum": [spell_value("severity", value, language) for value in VALUES["severity"]]},
        "message": {"anyOf": [{"type": "string"}, texts]},
        "reason": {"type": "string"},
    }
    properties = {_spelled(word, language): _described(word, language, schema) for word, schema in fields.items()}
    rule: Schema = {"type": "object", "additionalProperties": False, "properties": properties, "required": [_spelled("for", language)]}
    return {"type": "object", "additionalProperties": False, "patternProperties": {"^DIN9(0[1-9]|[1-9][0-9])$": rule}}


def _spelled(word: str, language: str) -> str:
    return _RULE_WORDS[word].dutch if language == "nl" and word in _RULE_WORDS else spell_key(word, language)


def _described(key: str, language: str, schema: Schema) -> Schema:
    word = _RULE_WORDS.get(key) or _WORDS[key]
    return {"description": word.about_dutch if language == "nl" else word.about_english} | schema


def _field(annotation: Any, language: str) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is str:
        return _SCALAR
    if origin is Annotated:
        mark = arguments[1]
        return _enumeration(mark, language) if isinstance(mark, OneOf) else {"type": "object"} if get_origin(arguments[0]) is dict else _SCALAR
    if NoneType in arguments:
        return _nullable(_field(arguments[0], language))
    if origin is tuple:
        item = _field(arguments[0], language)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin is dict:
        return {"type": "object", "additionalProperties": _field(arguments[1], language)}
    short = [_SCALAR] if annotation.short else []
    return {"anyOf": [*short, _object(annotation, language)]} if short else _object(annotation, language)


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [{"type": "null"}, schema]}


def _enumeration(mark: OneOf, language: str) -> Schema:
    values = mark.only or tuple(VALUES[mark.key])
    spelled = [spell_value(mark.key, value, language) for value in values]
    if mark.key == "format":
        return {"enum": [1, "1"]}
    return {"enum": spelled + ([UNKNOWN] if UNKNOWN in values and language == "en" and UNKNOWN not in spelled else [])}
