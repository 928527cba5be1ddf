"""The summary of the report on accountability, a sentence per question that can be read aloud, and the notes on how it was made."""

from __future__ import annotations

from decimal import Decimal

from dinkit.analyses import _words as words
from dinkit.analyses._account_words import efforts_word, euros, numbered
from dinkit.analyses._aims import Aim, all_aims
from dinkit.analyses._budget import budgets_of, extremes
from dinkit.analyses._citations import documents_of
from dinkit.analyses._money import bookings_of, entries_of, in_year, value_of, when_of
from dinkit.analyses._order import outer
from dinkit.analyses._phrases import comma
from dinkit.analyses._plans import known
from dinkit.analyses._results import not_reported, realised
from dinkit.analyses._series import all_series
from dinkit.finding import Text
from dinkit.model.records import Source
from dinkit.network import Network, programme_of
from dinkit.publications import _accountability_words as say
from dinkit.publications._accountability import Accounted
from dinkit.publications._accountability_goals import main_goals
