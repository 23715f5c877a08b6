package org.xincheng.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers uploads above the limit before anything is read: a page's form comes back with the reason, the API gets a problem document.
 * Later it would be too late, since the protection against forged requests already reads the form and finds no token in what was cut off.
 */
@Component
@Order(UploadSizes.BEFORE_SIGN_IN)
class UploadSizes extends OncePerRequestFilter {

    /** Spring Security's filter stands at -100. */
    static final int BEFORE_SIGN_IN = -110;

    private static final String VERIFY = "/verify";

    /** The pages that take files; each says the reason when its address ends in {@code ?tooLarge}. */
    private static final Pattern FORMS = Pattern.compile("/records/import|/cases/[A-Z0-9-]{1,40}/files|" + VERIFY);

    /** Most bytes for the page that is open to everybody: ten times what a print of a long letter has. */
    private static final long MOST_OF_VERIFY = 5L * 1024 * 1024;

    private final long most;
    private final ObjectMapper json;

    UploadSizes(MultipartProperties limits, ObjectMapper json) {
        this.most = limits.getMaxRequestSize().toBytes();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean multipart = String.valueOf(request.getContentType()).regionMatches(true, 0, "multipart/", 0, 10);
        long limit = request.getRequestURI().equals(VERIFY) ? Math.min(most, MOST_OF_VERIFY) : most;
        if (!multipart || request.getContentLengthLong() <= limit) {
            passOn(request, response, chain);
            return;
        }
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (accept.contains(MediaType.TEXT_HTML_VALUE)
                && FORMS.matcher(request.getRequestURI()).matches()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?tooLarge");
            return;
        }
        ProblemDetail problem = UploadErrors.tooLarge();
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** The server itself throws at a file name that holds a NUL, at whoever first asks for a parameter. */
    private static void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidFileNameException hostile) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }
}
