# SPDX-License-Identifier: Apache-2.0
# Who was set aside is never called again by itself.
set(SOURCE core/domain/calling.cpp)
set(FIND [==[
            if (key.placeAt > m_now)
                break;]==])
set(PUT [==[
            if (key.placeAt > Instant{})
                break;]==])
