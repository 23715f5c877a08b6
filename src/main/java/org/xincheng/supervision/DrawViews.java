package org.xincheng.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.ExpertLot;
import org.xincheng.credit.expert.Experts;
import org.xincheng.credit.objection.Complaint;
import org.xincheng.credit.objection.ComplaintAct.ExpertRecused;
import org.xincheng.credit.objection.ComplaintAct.ExpertsDrawn;
import org.xincheng.supervision.DrawView.Recused;
import org.xincheng.supervision.DrawView.Result;
import org.xincheng.supervision.DrawView.Ticket;

/** Repeats the lot of a complaint from its seed and register. */
@Component
class DrawViews {

    private final Experts experts;

    DrawViews(Experts experts) {
        this.experts = experts;
    }

    /** The draw of a complaint; empty in other cases, and where no experts were asked for. */
    Optional<DrawView> of(CaseHistory history) {
        return history instanceof Complaint complaint
                ? complaint.draw().map(draw -> view(complaint, draw))
                : Optional.empty();
    }

    private DrawView view(Complaint complaint, ExpertsDrawn draw) {
        var tickets = new ArrayList<Ticket>();
        for (var number : ExpertLot.order(draw.seed(), draw.register())) {
            tickets.add(new Ticket(
                    tickets.size() + 1,
                    number,
                    experts.byNumber(number).map(Expert::name).orElse(""),
                    ExpertLot.ticket(draw.seed(), number),
                    result(complaint, draw, number)));
        }
        var recused = complaint
                .all(ExpertRecused.class)
                .map(happened -> new Recused(
                        named(happened.act().expert()),
                        happened.act().reason(),
                        named(happened.act().replacement())))
                .toList();
        return new DrawView(
                draw.seed(), draw.register(), tickets, recused, named(complaint.experts()), complaint.expertsSettled());
    }

    private static Result result(Complaint complaint, ExpertsDrawn draw, String number) {
        var sits = complaint.experts().contains(number);
        if (draw.drawn().contains(number)) {
            return sits ? Result.DRAWN : Result.REPLACED;
        }
        if (sits) {
            return Result.STANDS_IN;
        }
        return complaint
                        .all(ExpertRecused.class)
                        .anyMatch(recused -> recused.act().expert().equals(number))
                ? Result.STANDS_IN_REPLACED
                : Result.NOT_DRAWN;
    }

    /** Experts by name and number. */
    List<String> named(List<String> numbers) {
        return numbers.stream().map(this::named).toList();
    }

    /** E.g. 王某（ZJ-0001）. */
    String named(String number) {
        return experts.byNumber(number)
                .map(expert -> expert.name() + "（" + number + "）")
                .orElse(number);
    }
}
