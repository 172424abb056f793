// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/wire/frame.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>

namespace sesame::wire {
namespace {

// Our schema nests four deep; anything far beyond that is an attack on the parser's stack.
constexpr int kMaxNesting = 16;

}  // namespace

Status parse(ByteView bytes, google::protobuf::MessageLite& out, std::size_t limit) {
    if (bytes.size() > limit)
        return Error{ErrorCode::Malformed, "frame over its size limit"};
    // Otherwise a stranger's broken text writes a line to our standard error. From here on, for good.
    static const google::protobuf::LogSilencer silence;
    google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                 static_cast<int>(bytes.size()));
    input.SetRecursionLimit(kMaxNesting);
    if (!out.ParseFromCodedStream(&input) || !input.ConsumedEntireMessage())
        return Error{ErrorCode::Malformed, "frame does not parse"};
    return {};
}

Bytes serialise(const google::protobuf::MessageLite& message) {
    Bytes out(message.ByteSizeLong());
    google::protobuf::io::ArrayOutputStream array(out.data(), static_cast<int>(out.size()));
    google::protobuf::io::CodedOutputStream output(&array);
    output.SetSerializationDeterministic(true);
    message.SerializeWithCachedSizes(&output);
    return out;
}

}  // namespace sesame::wire
