"""The style sheet: how each part looks, in roles and units."""

SHEET = """
* { font-family: @families; }
QWidget { color: @ink; font-size: 15u; }
QMainWindow, QDialog, Page, #pages { background: @background; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QToolTip { background: @floating; color: @on_floating; border: none; padding: 6u 8u; }

[type="small"] { font-size: 13u; }
[type="heading"] { font-size: 17u; font-weight: 600; }
[type="title"] { font-size: 24u; font-weight: 700; }
[type="figure"] { font-size: 36u; font-weight: 700; }
[type="name"] { font-size: 52u; font-weight: 700; }
[type="display"] { font-size: 88u; font-weight: 700; }
[tone="muted"] { color: @muted; }
[tone="accent"] { color: @accent; }
[weight="bold"] { font-weight: 600; }
[weight="plain"] { font-weight: 400; }

Card { background: @surface; border: @border solid @line; border-radius: 12px; }
Pill { border-radius: 11u; font-size: 13u; font-weight: 600;
    background: @sunken; color: @muted; border: 1px solid @sunken_edge; }
QFrame[line="below"] { border: none; border-bottom: @border solid @line; }
Banner { border-radius: 8px; }
BigAnswer { border-radius: 12px; background: @surface; border: 2px solid @line; }
Toast { background: @floating; border-radius: 8px; }
Toast QLabel { color: @on_floating; }
Toast QPushButton { background: transparent; color: @on_floating; border: none;
    font-weight: 700; padding: 4u 10u; min-height: 24u; min-width: 0; }
Toast QPushButton:hover { text-decoration: underline; }
Toast QPushButton:focus { border: @ring solid @on_floating; border-radius: 6px; }

QPushButton, QToolButton { background: @surface; border: @border solid @line; border-radius: 8px;
    padding: 0 16u; min-height: 39u; font-weight: 600; }
QToolButton { padding: 0 8u; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @sunken; }
QPushButton:focus, QToolButton:focus { border: @ring solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @muted; background: @sunken;
    border-style: @off; }
QPushButton[current="true"] { color: @muted; background: @sunken; }
QPushButton[kind="main"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton[kind="main"]:hover { background: @accent_hover; }
QPushButton[kind="main"]:pressed { background: @accent_press; }
QPushButton[kind="main"]:focus { border: @ring solid @ink; background: @main_focus;
    color: @on_main_focus; }
QPushButton[kind="main"]:disabled { background: @sunken; color: @muted; border-color: @line; }
QPushButton[kind="danger"] { color: @bad; border-color: @bad; }
QPushButton[kind="danger"]:focus { border: @ring solid @ink; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent;
    border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: @ring solid @accent; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: @accent;
    padding: 0 4u; min-height: 24u; text-decoration: @linked; }
QPushButton[kind="link"][edge="true"] { padding: 0 4u 0 0; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: @ring solid @accent; }
QPushButton[kind="chip"] { border-radius: 14u; padding: 0 14u; min-height: 30u; }
QPushButton[kind="chip"]:checked { background: @accent; color: @on_accent;
    border-color: @accent; }
QPushButton[kind="chip"]:checked:focus { border: @ring solid @ink; }
QPushButton[kind="choice"] { text-align: left; padding: 16u; }
QPushButton[kind="timer"] { border-radius: 20u; font-size: 17u; font-weight: 700; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QAbstractSpinBox {
    background: @surface; border: @border solid @line; border-radius: 8px; padding: 0 12u;
    min-height: 39u; selection-background-color: @accent; selection-color: @on_accent; }
QPlainTextEdit, QTextEdit { padding: 8u 12u; }
QLineEdit[role="door"] { font-size: 17u; min-height: 58u; padding: 0 20u; border-radius: 12px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: @ring solid @accent; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] {
    border: 2px solid @bad; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: @sunken; color: @muted; }
QComboBox, QAbstractSpinBox { padding-right: 0; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; min-height: 0;
    padding: 0; }
QLineEdit { placeholder-text-color: @muted; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
    width: 30u; height: 18u; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: @icon(chevron-up, ink); width: 14u; height: 14u; }
QAbstractSpinBox::down-arrow { image: @icon(chevron-down, ink); width: 14u; height: 14u; }
QAbstractSpinBox::up-arrow:off { image: @icon(chevron-up, muted); }
QAbstractSpinBox::down-arrow:off { image: @icon(chevron-down, muted); }
QComboBox::drop-down { border: none; width: 34u; }
QComboBox::down-arrow { image: @icon(chevron-down, ink); width: 16u; height: 16u; }
QComboBox::down-arrow:disabled { image: @icon(chevron-down, muted); }
QComboBox QAbstractItemView { background: @surface; border: @border solid @line; outline: none;
    selection-background-color: @accent_soft; selection-color: @ink; }
QComboBox QAbstractItemView::item { min-height: 34u; padding: 0 8u; }
QCheckBox, QRadioButton { spacing: 10u; min-height: 28u; padding: 2u 6u 2u 2u;
    border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @muted; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 16u;
    height: 16u; border: 2px solid @muted; background: @surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9u; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent;
    border-color: @accent; image: @icon(check, on_accent); }
QRadioButton::indicator:checked { border-color: @accent;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 @accent, stop: 0.6 @accent, stop: 0.68 @surface, stop: 1 @surface); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @sunken;
    border-color: @line; }
QCheckBox::indicator:checked:disabled { image: @icon(check, muted); }
QSlider { min-height: 28u; }
QSlider::groove:horizontal { height: 6px; background: @line; border-radius: 3px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 3px; }
QSlider::handle:horizontal { width: 16u; margin: -7u 0; border-radius: 9u; background: @surface;
    border: 2px solid @accent; }
QSlider::handle:horizontal:focus { background: @accent; }

QHeaderView::section { background: @surface; color: @muted; border: none; font-weight: 600;
    font-size: 13u; border-bottom: @border solid @line; padding: 6u 12u; }
QHeaderView::up-arrow { image: @icon(chevron-up, accent); width: 14u; height: 14u;
    subcontrol-position: center right; right: 8u; }
QHeaderView::down-arrow { image: @icon(chevron-down, accent); width: 14u; height: 14u;
    subcontrol-position: center right; right: 8u; }
QHeaderView { background: @surface; border: none; }
QTableView, QListView, QTreeView { background: @surface; outline: none;
    border: 2px solid transparent; border-radius: 6px;
    gridline-color: @line; alternate-background-color: @surface;
    selection-background-color: @accent_soft; selection-color: @ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: @accent; }
QListView::item { padding: 6u 12u; border-radius: 6px; }
QListWidget[role="completions"] { border: @border solid @line; border-radius: 8px; padding: 4u; }
QListView::item:selected { background: @accent_soft; color: @ink; }

QMenu { background: @surface; border: @border solid @line; border-radius: 8px; padding: 6u; }
QMenu::item { padding: 6u 24u 6u 12u; border-radius: 6px; }
QMenu::item:selected { background: @accent_soft; color: @ink; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 6u 4u; }
QMenu::icon { padding-left: 8u; }
QMenu::indicator:non-exclusive { width: 14u; height: 14u; margin-left: 4u; border-radius: 4px;
    border: 2px solid @muted; background: @surface; }
QMenu::indicator:non-exclusive:checked { background: @accent; border-color: @accent;
    image: @icon(check, on_accent); }
QProgressBar { background: @sunken; border: none; border-radius: 3px; min-height: 6px;
    max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; min-height: 32px;
    min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QTabBar::tab { background: transparent; border: none; padding: 8u 12u; color: @muted;
    font-weight: 600; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QTabBar::tab:focus { border: @ring solid @accent; border-radius: 6px; }
QTabBar::scroller { width: 56u; }
QTabBar QToolButton { background: @surface; border: none; padding: 0; min-height: 0; }
QTabBar QToolButton:hover { background: @hover; }
QTabWidget::pane { border: none; }

#rail { background: @sunken; border-right: @border solid @line; }
#rail QPushButton[kind="place"] { background: transparent; border: none; text-align: left;
    border-left: 3px solid transparent; border-radius: 8px; padding: 0 10u; }
#rail QPushButton[kind="place"]:hover { background: @hover; }
#rail QPushButton[kind="place"]:checked { background: @accent_soft; color: @accent;
    border-left: 3px solid @accent; }
#rail QPushButton[kind="place"]:focus { border: @ring solid @accent; }
#chooser { padding: 0; min-height: 0; background: @surface; border: @border solid @line;
    border-radius: 10px; }
#chooser:hover { background: @hover; }
#chooser:focus { border: @ring solid @accent; }
Segments { border: @border solid @line; border-radius: 14u; background: @surface; }
Segments QPushButton { border: none; border-radius: 14u; padding: 0 12u; min-height: 28u;
    max-height: 28u; background: transparent; font-size: 13u; }
Segments QPushButton:checked { background: @accent; color: @on_accent; }
Segments QPushButton:focus { border: @ring solid @ink; }
#activity { background: @surface; border: @border solid @line; border-radius: 12px; }
#help { background: @surface; border: none; border-left: @border solid @line; }
ChoiceCard { background: @surface; border: @border solid @line; border-radius: 12px; padding: 0;
    min-height: 0; text-align: left; }
ChoiceCard:hover { background: @surface; border: 2px solid @accent; }
ChoiceCard:focus { border: @ring solid @accent; }
QPushButton[kind="language"] { font-size: 24u; font-weight: 700; min-height: 88u;
    border-radius: 12px; }
QPushButton[kind="language"]:hover { border: 2px solid @accent; background: @surface; }
KeyCap { background: @sunken; border: @border solid @line; border-radius: 6px; padding: 1u 7u;
    font-size: 13u; font-weight: 600; color: @ink; }
#palette { background: @surface; border: @border solid @line; }
#palette QLineEdit { border: none; font-size: 17u; padding: 0 4u; min-height: 44u; }
QToolButton[kind="inside"] { background: transparent; border: none; padding: 0; min-height: 0; }
QToolButton[kind="inside"]:hover { background: @hover; }
#month { background: @surface; border: @border solid @line; border-radius: 8px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QToolButton { background: transparent; border: none; min-height: 30u;
    padding: 0 8u; }
QCalendarWidget QToolButton:hover { background: @hover; }
QCalendarWidget QToolButton:focus { border: @ring solid @accent; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: @icon(chevron-left, ink); }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: @icon(chevron-right, ink); }
QCalendarWidget QSpinBox { min-height: 30u; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent;
    selection-color: @on_accent; }
#tools, #panel, #entry { background: @surface; border: @border solid @line; border-radius: 12px; }
#ground { background: @sunken; border: @border solid @line; border-radius: 12px; }
#tools QToolButton { min-height: 34u; padding: 0 6u; border-color: transparent; }
#tools QToolButton:checked { background: @accent_soft; border: @border solid @accent;
    border-left: 5px solid @accent; }
#tools QToolButton:focus { border: @ring solid @accent; }
#zoom QToolButton { min-height: 28u; padding: 0 4u; }
#entry QLineEdit { border-color: transparent; background: transparent; }
#entry QLineEdit:focus { border: @ring solid @accent; }
#entry QToolButton { min-height: 34u; padding: 0 6u; }
QPushButton[kind="zone"] { background: transparent; border-color: transparent; padding: 0;
    min-height: 0; text-align: left; }
QPushButton[kind="zone"]:hover { background: @hover; }
QPushButton[kind="zone"]:focus { border: @ring solid @accent; }
QToolButton[kind="swatch"] { background: transparent; border: 2px solid transparent;
    border-radius: 6px; padding: 0; min-height: 26u; min-width: 24u; }
QToolButton[kind="swatch"]:checked { border-color: @accent; }
QToolButton[kind="swatch"]:focus { border: @ring solid @accent; background: @accent_soft; }
QPushButton[role="icon"] { padding: 0 10u; }
BoardCard { background: transparent; border: none; }
BoardCard QPushButton[role="card"] { min-height: 30u; padding: 0 8u; }
FileDrop { border: 2px dashed @line; border-radius: 12px; background: @surface; }
FileDrop[over="true"] { border-color: @accent; background: @accent_soft; }
"""
