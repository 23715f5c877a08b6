package org.xincheng;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Xincheng: one process holding the credit store, the procedures and the pages. */
@SpringBootApplication
public class XinchengApplication {

    /** Starts the application. */
    public static void main(String[] args) {
        SpringApplication.run(XinchengApplication.class, args);
    }
}
