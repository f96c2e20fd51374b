//! Irregular forms and everyday synonyms of English, a set a line.

pub(in crate::crosscheck::quotes::stems) const SETS: &str = "\
go goes went gone going leave leaves left depart
know knew known aware
hear heard
see saw seen
give gave given
take took taken
come came coming arrive
hold held
break broke broken burst
lose lost loss
keep kept
find found discover
think thought believe opinion
buy bought purchase
pay paid payment
send sent dispatch
spend spent
build built construct
sell sold sale
bring brought
fall fell fallen drop decrease decline
rise rose risen increase grow grew grown
begin began begun start
write wrote written
choose chose chosen
steal stole stolen theft
feel felt
meet met meeting
run ran
stand stood
win won victory
fight fought battle
catch caught
drive drove driven
fly flew flown flight
sink sank sunk
throw threw thrown
hide hid hidden
strike struck hit
lead led
mean meant
speak spoke spoken talk discuss discussion conversation
man men
woman women
child children kid kids
person people
foot feet
life lives
die died death dead
kill killed
close closed shut closure
decide decision decided
deal agreement accord pact
only alone sole solely
swap exchange
room space
perhaps maybe possibly
alarm siren sirens alarms
telephone phone call calls
end finish stop stopped halt cease
house home
help aid assistance
hurt injure injury wound
job post position
big large great huge
money fund funds cash funding
promise pledge vow
quick fast rapid
sack fire dismiss dismissal
save rescue
noise sound
street road
sure certain confident confidence
want wish seek sought
warn warning alert
wrong mistake error
hopeful optimistic hope optimism
ship vessel
car vehicle
fail failed failure collapse
fault blame
back support backed
doctor physician
nurse nurses nursing
police officers
whole entire full complete
allow permit let
need require necessary
try attempt
show reveal
buyer owner
worker employee staff
boss chief head
safe safety secure
danger dangerous risk
rich wealthy
poor poverty
answer reply response
proposal plan scheme
refuse reject decline
ask request
sign signature
trust confidence
hope expect
move transfer shift
patient patients
thing matter
accuse accused accusation charge charges charged
agree agreed approve approved approval
amount sum total
angry anger furious fury
apologise apologised apologize apology sorry
arrest arrested detain detained detention
attack attacked assault
bad worse worst poor terrible awful
ban banned forbid forbidden prohibit prohibited outlaw
become became
belong belongs own owned
blow setback
border frontier
call demand demanded urge urged appeal
carry carried transport
cause caused reason
change changed alter altered
cheap cheaper affordable
choice option alternative
citizen citizens resident residents inhabitant inhabitants
cost costs price prices
court judge ruling verdict
create created establish established found founded
cut reduce reduced reduction
damage damaged destroy destroyed destruction
delay delayed postpone postponed
difficult hard tough
early sooner
easy simple
enemy opponent rival
enough sufficient
event incident
evidence proof prove proved proven
examine examined inspect inspected inspection check checked
family families relatives relative
farmer farmers grower growers
fear afraid scared frightened worry worried concern concerned
fire blaze flames
firm company business enterprise
free freed release released
future ahead
goal aim target
good fine well better best
government ministers
guess estimate estimated
guilty culprit
happy glad pleased delighted
hospital clinic
ignore ignored disregard
illegal unlawful
important crucial vital essential
inquiry investigation investigate investigated probe
join joined
law legislation statute rule rules
lawyer solicitor attorney barrister
lie lied lying
limit limited cap
listen listened
long lengthy
machine equipment device
main chief primary
match game
mistaken erroneous
neighbour neighbours neighbor neighbors
new fresh
old aged ancient
order ordered command
parent parents mother father
part component piece
pass passed
pay wage wages salary salaries
peace truce ceasefire
place location site spot
plane aircraft jet
possible feasible
prison jail
problem trouble difficulty
protect protected protection shield defend defended
protest protested demonstration demonstrate demonstrated
public open
pupil pupils student students
question doubt doubts doubted
rain storm downpour
read reading
ready prepared prepare
receive received get got gotten obtain obtained
remain remained stay stayed
remember remembered recall recalled
repair repaired fix fixed mend mended
replace replaced replacement
report reported
rest remainder
result outcome
right correct
sad grief grieve
sea ocean
shop store
shout shouted yell yelled scream screamed
sick ill illness disease
side part
small little tiny
soldier soldiers troops army
staff crew team
story tale
strange odd weird
strong powerful
supply supplied provide provided
surprise surprised shock shocked
taxpayer taxpayers
teach taught teacher teachers
thank thanks thanked grateful
threat threaten threatened
time moment
tired exhausted weary
town city village
training train trained
trial test tested tests
true truth honest honestly
understand understood
use used using
useless pointless
victim victims casualty casualties
visit visited
vote voted ballot
wait waited
wall barrier
war conflict
wash washed clean cleaned
watch watched look looked
weak weaker
wear wore worn
weather climate
whole total
wife husband spouse
window glass
woods forest
word words language
world globe global
year years annual annually
young youth youngster";
