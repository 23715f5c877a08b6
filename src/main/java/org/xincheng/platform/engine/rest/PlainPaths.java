package org.xincheng.platform.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xincheng.platform.web.ProblemWriter;
import org.xincheng.platform.web.Problems;

/** Refuses, before anybody looks at it, a request that could mean one thing to the rules of access and another to the engine. */
final class PlainPaths extends OncePerRequestFilter {

    private static final Pattern PLAIN = Pattern.compile("(/[\\p{Alnum}._~:@!$&'()*+=%-]+)*/?");

    /** Slashes, dots, semicolons and signs of control in disguise, and steps up. */
    private static final Pattern TRICK = Pattern.compile("(?i).*(%2f|%5c|%25|%3b|%2e|%0|%1|/\\.{1,2}(/.*)?$).*");

    private static final List<String> OTHER_REQUEST =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL");

    private final ProblemWriter problems;

    PlainPaths(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAmbiguous(request)) {
            problems.write(
                    request,
                    response,
                    Problems.of(HttpStatus.BAD_REQUEST, "malformed", "请求格式有误", "Malformed request", "请求地址或者请求头不合规范"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAmbiguous(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !PLAIN.matcher(path).matches()
                || TRICK.matcher(path).matches()
                || OTHER_REQUEST.stream().anyMatch(name -> request.getHeader(name) != null)
                || QueryString.names(request).contains("_method");
    }
}
