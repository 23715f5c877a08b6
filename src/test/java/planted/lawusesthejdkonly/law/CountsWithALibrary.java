package planted.lawusesthejdkonly.law;

import org.springframework.util.StringUtils;

/** Planted: law that leans on a library. */
class CountsWithALibrary {
    boolean blank(String text) {
        return !StringUtils.hasText(text);
    }
}
