// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

#include <google/protobuf/repeated_ptr_field.h>

#include <string>
#include <vector>

namespace sesame::client {

/// The message ids that a frame of the hub lists; what has another size is left out. Pure; any thread.
std::vector<MessageId> messageIds(const google::protobuf::RepeatedPtrField<std::string>& list);

}  // namespace sesame::client
