/** People and services as the team knows them: responders, their identities elsewhere, teams, services, incident classes. */
@NullMarked
package dev.understudy.roster;

import org.jspecify.annotations.NullMarked;
