package org.xincheng.platform.engine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What the engine's REST says of an error, in Chinese: Tasklist shows its {@code message} to a clerk as it is. The engine's own words stay
 * in the answer as {@code messageEn}.
 */
final class ChineseErrors extends OncePerRequestFilter {

    private static final String MESSAGE = "message";
    private static final String ORIGINAL = "messageEn";

    private final ObjectMapper json;

    ChineseErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (HttpStatus.Series.resolve(answer.getStatus()) == HttpStatus.Series.CLIENT_ERROR
                || HttpStatus.Series.resolve(answer.getStatus()) == HttpStatus.Series.SERVER_ERROR) {
            translate(request.getRequestURI(), answer);
        }
        answer.copyBodyToResponse();
    }

    private void translate(String path, ContentCachingResponseWrapper answer) throws IOException {
        String type = String.valueOf(answer.getContentType());
        if (!type.startsWith("application/json") || answer.getContentSize() == 0) {
            return;
        }
        JsonNode error = json.readTree(answer.getContentAsByteArray());
        if (error instanceof ObjectNode body && body.path(MESSAGE).isTextual()) {
            String original = body.get(MESSAGE).asText();
            body.put(MESSAGE, EngineMessages.chinese(path, answer.getStatus(), original));
            body.put(ORIGINAL, original);
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(body));
        }
    }
}
