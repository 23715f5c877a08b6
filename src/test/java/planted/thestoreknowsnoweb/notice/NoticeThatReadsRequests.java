package planted.thestoreknowsnoweb.notice;

import jakarta.servlet.http.HttpServletRequest;

/** Planted: a notice that knows the web. */
class NoticeThatReadsRequests {
    String host(HttpServletRequest request) {
        return request.getServerName();
    }
}
