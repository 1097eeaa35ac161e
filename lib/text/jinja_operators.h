// The operators of templates, as Python defines them. Private to lib/text.
#pragma once

#include <string_view>

#include "text/jinja_values.h"

namespace hearth::text {

/// `a op b` for + - * / // % ** ~ == != < > <= >= in, not in. Integers that overflow become floats. Fails where Python
/// raises: what is not defined (NotFound), types that do not fit, division by zero.
TemplateValue operate(std::string_view op, const TemplateValue& a, const TemplateValue& b);

/// `on[start:stop:step]` of text (by code points) or a list; None leaves an end open.
TemplateValue slice(const TemplateValue& on, const TemplateValue& start, const TemplateValue& stop,
                    const TemplateValue& step);

}  // namespace hearth::text
