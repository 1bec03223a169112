package app.rotina.routine;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets what is due at a time of the day run by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timetable {}
