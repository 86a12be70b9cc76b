// SPDX-License-Identifier: Apache-2.0
#include "domain/localtext.h"

namespace antre {

QString LocalText::in(const QString &language) const
{
    const auto found = m_texts.find(language);
    if (found != m_texts.end())
        return found->second;
    return m_texts.empty() ? QString() : m_texts.begin()->second;
}

} // namespace antre
