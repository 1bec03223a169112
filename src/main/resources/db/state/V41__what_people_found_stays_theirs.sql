-- data judge this check now; what people had found of it is still theirs alone to close
update task set subject = 'answer=0' where check_id = 'traffic_stage' and subject = '';
