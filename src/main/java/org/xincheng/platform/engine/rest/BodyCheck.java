package org.xincheng.platform.engine.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Reads a JSON body from end to end, in the one encoding allowed. */
final class BodyCheck {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build();

    private static final ObjectMapper FORMS = new ObjectMapper();

    private BodyCheck() {}

    /**
     * Whether any key at any depth ends in "expression", in capitals or not.
     *
     * @throws JacksonException when the body is not exactly one JSON value in UTF-8
     */
    static boolean holdsExpression(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(utf8(body))) {
            boolean found = false;
            int depth = 0;
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += depth == 0 ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                found |= token == JsonToken.FIELD_NAME && namesExpression(parser.currentName());
            }
            if (values != 1) {
                throw new JsonParseException(parser, "Not one value");
            }
            return found;
        }
    }

    /**
     * Whether a submitted form is one: its entries are objects, without which the engine's REST fails as a fault of the server.
     *
     * @throws JacksonException when the body is not JSON
     */
    static boolean isForm(byte[] body) throws JacksonException {
        JsonNode form = FORMS.readTree(new String(body, StandardCharsets.UTF_8));
        JsonNode entries = form.path("variables");
        return form.isObject()
                && (entries.isMissingNode() || entries.isObject())
                && StreamSupport.stream(entries.spliterator(), false)
                        .allMatch(
                                entry -> entry.isObject() && !entry.path("type").isContainerNode());
    }

    static boolean namesExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static String utf8(byte[] body) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonParseException(null, "Not UTF-8", e);
        }
    }
}
