package org.xincheng.access;

import java.util.Comparator;

/**
 * A way into the application.
 *
 * @param method the HTTP method, {@code GET} where a route takes any
 * @param path with its variables in braces
 * @param type content type of what it takes, empty where it takes nothing
 */
record Route(String method, String path, String type) implements Comparable<Route> {

    static Route get(String path) {
        return new Route("GET", path, "");
    }

    /** Method and path, by which a row is found. */
    String key() {
        return method + " " + path;
    }

    /** Whether the path names an object. */
    boolean namesAnObject() {
        return path.contains("{");
    }

    boolean isPage() {
        return method.equals("GET") && !path.startsWith("/api/");
    }

    @Override
    public int compareTo(Route other) {
        return Comparator.comparing(Route::path).thenComparing(Route::method).compare(this, other);
    }
}
