package org.xincheng.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xincheng.platform.web.Problems;

/**
 * Looks at a form before the engine's REST does: it is of a sensible size, and each entry is an object, without which the engine's REST
 * fails as a fault of the server.
 */
final class SubmittedForms extends OncePerRequestFilter {

    private static final Pattern SUBMISSION = Pattern.compile("/camunda/api/engine/.*/submit-form/?");
    private static final int MOST_BYTES = 1024 * 1024;

    private final ObjectMapper json;

    SubmittedForms(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SUBMISSION.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "表单内容过大", "The form is too large");
        } else if (!isForm(body)) {
            refuse(response, HttpStatus.BAD_REQUEST, "表单内容的格式有误", "The form is malformed");
        } else {
            chain.doFilter(new Replayed(request, body), response);
        }
    }

    private boolean isForm(byte[] body) {
        try {
            JsonNode form = json.readTree(body);
            JsonNode entries = form.path("variables");
            boolean entriesAreObjects = StreamSupport.stream(entries.spliterator(), false)
                    .allMatch(entry -> entry.isObject() && !entry.path("type").isContainerNode());
            return form.isObject() && (entries.isMissingNode() || (entries.isObject() && entriesAreObjects));
        } catch (IOException notJson) {
            return false;
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String zh, String en) throws IOException {
        ProblemDetail problem = Problems.of(status, "formMalformed", zh, en, zh);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** The request with its body to be read once more. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return body.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
