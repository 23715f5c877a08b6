package org.xincheng.supervision;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.web.CurrentSight;
import org.xincheng.platform.web.Problems;

/** Whom the tasks on a screen concern: asked by Tasklist for the tasks of its list. */
@RestController
class TaskCardApi {

    /** Where it is. */
    static final String PATH = "/api/task-cards";

    /** Tasklist shows 15 tasks on a page. */
    private static final int MOST = 50;

    private final TaskCards cards;
    private final CurrentSight sight;
    private final Texts texts;

    TaskCardApi(TaskCards cards, CurrentSight sight, Texts texts) {
        this.cards = cards;
        this.sight = sight;
        this.texts = texts;
    }

    /** The cards of up to 50 tasks; those that are there no more, or whose case the caller may not see, are left out. */
    @GetMapping(PATH)
    @Requires(Right.READ_CASES)
    ResponseEntity<?> cards(@RequestParam(defaultValue = "") List<String> task) {
        if (task.size() > MOST) {
            var problem = Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "tooManyTasks",
                    texts.of("cases.cards.tooMany"),
                    "Too many tasks",
                    texts.of("cases.cards.tooMany.text", MOST));
            return Problems.answer(problem);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(cards.of(task, sight.by(Right.READ_CASES)));
    }
}
