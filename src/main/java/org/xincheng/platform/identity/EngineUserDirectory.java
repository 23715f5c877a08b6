package org.xincheng.platform.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UnitDirectory;
import org.xincheng.identity.UserDirectory;

/** The directory of the engine's own identity service. */
@Component
class EngineUserDirectory implements UserDirectory, UnitDirectory {

    private final IdentityService identities;

    EngineUserDirectory(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<Entry> find(String userId) {
        return Optional.ofNullable(identities.createUserQuery().userId(userId).singleResult())
                .map(EngineUserDirectory::entry);
    }

    @Override
    public List<Entry> members(StaffGroup group) {
        return identities.createUserQuery().memberOfGroup(group.id()).orderByUserId().asc().unlimitedList().stream()
                .map(EngineUserDirectory::entry)
                .toList();
    }

    @Override
    public List<StaffGroup> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .flatMap(group -> StaffGroup.ofId(group.getId()).stream())
                .sorted()
                .toList();
    }

    @Override
    public List<String> unitsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).groupType(Units.TYPE).unlimitedList().stream()
                .map(Group::getName)
                .filter(StringUtils::hasText)
                .map(String::strip)
                .sorted()
                .toList();
    }

    @Override
    public Optional<List<Entry>> membersOf(String unitName) {
        List<Group> units = identities.createGroupQuery().groupType(Units.TYPE).unlimitedList().stream()
                .filter(unit -> StringUtils.hasText(unit.getName())
                        && unit.getName().strip().equals(unitName))
                .toList();
        if (units.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(units.stream()
                .flatMap(unit -> identities.createUserQuery().memberOfGroup(unit.getId()).unlimitedList().stream())
                .map(EngineUserDirectory::entry)
                .distinct()
                .sorted(Comparator.comparing(Entry::id))
                .toList());
    }

    private static boolean isChinese(String name) {
        return name != null && name.codePoints().anyMatch(Character::isIdeographic);
    }

    private static Entry entry(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(isChinese(user.getFirstName()) ? "" : " "));
        return new Entry(
                user.getId(),
                name.isEmpty() ? user.getId() : name,
                Optional.ofNullable(user.getEmail()).filter(StringUtils::hasText));
    }
}
