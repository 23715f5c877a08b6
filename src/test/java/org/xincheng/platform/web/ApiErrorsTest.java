package org.xincheng.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ApiErrorsTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Echo())
            .setControllerAdvice(new ApiErrors())
            .build();

    @Test
    void aMissingParameterIsNamed() throws Exception {
        expectProblem(mvc.perform(get("/api/echo")), "parameterMissing")
                .andExpect(jsonPath("$.title").value("缺少参数"))
                .andExpect(jsonPath("$.titleEn").value("Missing parameter"))
                .andExpect(jsonPath("$.parameter").value("page"));
    }

    @Test
    void aMalformedParameterIsNamed() throws Exception {
        expectProblem(mvc.perform(get("/api/echo").param("page", "two")), "parameterMalformed")
                .andExpect(jsonPath("$.parameter").value("page"));
    }

    @Test
    void anUnreadableBodyIsAProblem() throws Exception {
        expectProblem(
                        mvc.perform(post("/api/echo")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{")),
                        "bodyUnreadable")
                .andExpect(jsonPath("$.titleEn").value("Unreadable request body"));
    }

    private static ResultActions expectProblem(ResultActions answer, String code) throws Exception {
        return answer.andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value(code));
    }

    @RestController
    static class Echo {

        @GetMapping("/api/echo")
        int page(@RequestParam int page) {
            return page;
        }

        @PostMapping("/api/echo")
        Map<String, Object> body(@RequestBody Map<String, Object> body) {
            return body;
        }
    }
}
