package org.xincheng.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xincheng.access.AccessTable.Owner;
import org.xincheng.access.AccessTable.Row;

/** What every role may open by an address: the routes that the controllers map, by the table in {@code docs/access}, each with an object. */
public final class PagesOfRoles {

    private final List<Route> pages;
    private final AccessTable table;
    private final AccessObjects objects;

    private PagesOfRoles(List<Route> pages, AccessTable table, AccessObjects objects) {
        this.pages = pages;
        this.table = table;
        this.objects = objects;
    }

    /** Makes the objects; sets the clock. */
    public static PagesOfRoles of(BeanFactory beans, List<RequestMappingHandlerMapping> mappings, int port)
            throws Exception {
        String mail = SampleMail.send(beans.getBean(JavaMailSender.class), port);
        String review = SampleReview.draw(beans, port);
        return new PagesOfRoles(
                mappings.stream()
                        .flatMap(Routes::mapped)
                        .filter(Route::isPage)
                        .distinct()
                        .toList(),
                AccessTable.read(),
                new AccessObjects(beans, mail, review));
    }

    /**
     * A sample account.
     *
     * @param name what it signs in with
     * @param password its password
     */
    public record Account(String name, String password) {}

    /**
     * An address as a role opens it.
     *
     * @param account who opens it; empty: a visitor
     * @param route path with its variables in braces
     * @param address path with an object in it
     */
    public record Visit(Optional<Account> account, String route, String address) {}

    /** Every mapped path outside {@code /api} that answers a GET. */
    public List<String> routes() {
        return pages.stream().map(Route::path).toList();
    }

    /** What each role may open, role by role; files and documents are among it. */
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Route page : pages) {
                Owner owner = Owner.of(page).get(0);
                if (table.row(Row.of(page, owner)).get(role)) {
                    visits.add(new Visit(account(role), page.path(), objects.address(page, owner)));
                }
            }
        }
        return visits;
    }

    /** Number of the case that is published. */
    public String published() {
        return objects.legalCase(Owner.OWN).number();
    }

    /** Number of the objection against it. */
    public String objection() {
        return objects.objection();
    }

    private static Optional<Account> account(Role role) {
        return role == Role.VISITOR ? Optional.empty() : Optional.of(new Account(role.account(), role.password()));
    }
}
