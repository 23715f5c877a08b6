package org.xincheng.platform.account.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Where a session was opened from: the address and what the program called itself. */
record ClientOf(String address, String program) {

    private static final int LONGEST_NAME = 160;

    static ClientOf of(HttpServletRequest request) {
        String program = String.valueOf(request.getHeader(HttpHeaders.USER_AGENT));
        String printable = program.replaceAll("[^\\x20-\\x7e]", "");
        return new ClientOf(
                request.getRemoteAddr(), printable.substring(0, Math.min(printable.length(), LONGEST_NAME)));
    }
}
